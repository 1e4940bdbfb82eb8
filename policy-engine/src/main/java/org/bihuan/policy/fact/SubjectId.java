package org.bihuan.policy.fact;

import java.util.Comparator;

/**
 * Whom or what a fact is about: a person, class, school, premises, region...
 *
 * @param type kind of subject from the vocabulary, such as {@code person}
 * @param id identifier, unique within its type
 */
public record SubjectId(String type, String id) implements Comparable<SubjectId> {
    private static final Comparator<SubjectId> ORDER =
            Comparator.comparing(SubjectId::type).thenComparing(SubjectId::id);

    public SubjectId {
        if (type.isEmpty() || id.isEmpty()) {
            throw new IllegalArgumentException("a subject has a type and an id");
        }
    }

    /** Reads the form {@code type:id} written by {@link #toString()}. */
    public static SubjectId parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("a subject is written type:id, got: " + text);
        }
        return new SubjectId(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public int compareTo(SubjectId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return type + ":" + id;
    }
}
