package org.bihuan.policy.fact;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened. Immutable: a wrong fact is corrected by another fact.
 *
 * @param id from source and key
 * @param kind such as {@code arrival}
 * @param occurredAt when it happened
 * @param statedAt when the source said so; decides which of two statements about one happening is the later one
 * @param order position within the source (row of a ledger), the next tie-breaker
 * @param recordedAt when this system took it in; never decides an answer, only whether something was recorded on time
 * @param trust rank of the source, higher wins when statements differ
 * @param corrects the fact this one replaces or, for kind {@code retraction}, takes back
 * @param subjects whom or what it is about
 * @param division responsible region, if known
 * @param fields typed payload; a field that is absent is unknown
 */
public record Fact(
        FactId id,
        String kind,
        Instant occurredAt,
        Instant statedAt,
        long order,
        Instant recordedAt,
        int trust,
        @Nullable FactId corrects,
        List<FactSubject> subjects,
        @Nullable DivisionCode division,
        Map<String, FieldValue> fields) {
    /** Kind of the fact that takes another fact back. */
    public static final String RETRACTION = "retraction";

    /** Stands for {@code statedAt} of a statement that tells neither when it was made nor when the thing happened. */
    public static final Instant UNDATED = Instant.parse("0001-01-01T00:00:00Z");

    /** The same of a retraction: whoever takes a fact back without a date takes back all that was said of it. */
    public static final Instant UNDATED_RETRACTION = Instant.parse("9999-12-31T00:00:00Z");

    /** Kind of the fact that says two subjects are one. */
    public static final String SUBJECT_LINK = "subject-link";

    /**
     * Kind under which rules see a statement that they must not read: it takes part in corrections, and that is all. Its
     * payload does not fit the declaration of its kind, or it is one of many (bulk) and not decisive.
     */
    public static final String SILENT = "silent";

    /** Weakest statement first: by trust, then by when it was said, then by place in the source, then by id. */
    public static final Comparator<Fact> BY_PRECEDENCE = Comparator.comparingInt(Fact::trust)
            .thenComparing(Fact::statedAt)
            .thenComparingLong(Fact::order)
            .thenComparing(Fact::id);

    public Fact {
        subjects = List.copyOf(subjects);
        fields = Map.copyOf(fields);
    }

    /** Whether it tells when it was made or when the thing happened. */
    public boolean isDated() {
        return !statedAt.equals(UNDATED) && !statedAt.equals(UNDATED_RETRACTION);
    }

    /** The same fact with other fields. */
    public Fact withFields(Map<String, FieldValue> other) {
        return new Fact(id, kind, occurredAt, statedAt, order, recordedAt, trust, corrects, subjects, division, other);
    }

    /** The same statement as rules see it when they must not read it. */
    public Fact silenced() {
        return new Fact(
                id, SILENT, occurredAt, statedAt, order, recordedAt, trust, corrects, subjects, division, Map.of());
    }

    /** The field's value, empty when unknown. */
    public Optional<FieldValue> find(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** The field as a moment, null when unknown or of another type. */
    public @Nullable Instant moment(String field) {
        return fields.get(field) instanceof FieldValue.Moment moment ? moment.value() : null;
    }

    /** The field as text, null when unknown or of another type. */
    public @Nullable String text(String field) {
        return fields.get(field) instanceof FieldValue.Text text ? text.value() : null;
    }

    /** The first subject of the type, null when there is none. */
    public @Nullable SubjectId subjectOfType(String type) {
        for (FactSubject subject : subjects) {
            if (subject.subject().type().equals(type)) {
                return subject.subject();
            }
        }
        return null;
    }

    /** Whether the subject takes part in this fact. */
    public boolean isAbout(SubjectId subject) {
        for (FactSubject each : subjects) {
            if (each.subject().equals(subject)) {
                return true;
            }
        }
        return false;
    }
}
