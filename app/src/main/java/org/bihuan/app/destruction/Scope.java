package org.bihuan.app.destruction;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SubjectId;

/** Whose data. */
public sealed interface Scope {
    /** One person and everybody merged with them. */
    record Person(SubjectId subject) implements Scope {}

    /**
     * Everybody whom an outbreak alone brought here.
     *
     * @param kinds kinds of fact that belong to the outbreak
     * @param division where all of it happened
     * @param before when it was over
     */
    record Outbreak(Set<String> kinds, DivisionCode division, Instant before) implements Scope {
        public Outbreak {
            kinds = Set.copyOf(kinds);
        }
    }

    /** In words that name nobody. */
    default String text() {
        return switch (this) {
            case Person person -> person.subject().toString();
            case Outbreak outbreak ->
                String.join(", ", new TreeSet<>(outbreak.kinds())) + " · " + outbreak.division() + " < "
                        + outbreak.before();
        };
    }
}
