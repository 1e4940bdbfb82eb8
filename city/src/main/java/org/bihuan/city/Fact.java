package org.bihuan.city;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.kernel.DivisionCode;

/**
 * A fact in the open envelope.
 *
 * @param key idempotency key: the same fact of the same city always has the same
 * @param knownAt when somebody could first report it, never before it occurred; the order of the stream. It is not
 *     written: the receiver sets when a fact was recorded
 * @param division the responsible region
 * @param payload field names and values in the order written: text, whole numbers, Instant, LocalDate
 * @param corrects key of the fact that this one puts right
 */
public record Fact(
        String key,
        String source,
        String kind,
        int schema,
        Instant occurredAt,
        Instant knownAt,
        List<Subject> subjects,
        DivisionCode division,
        Map<String, Object> payload,
        Optional<String> corrects) {

    public Fact {
        subjects = List.copyOf(subjects);
        if (knownAt.isBefore(occurredAt)) {
            throw new IllegalArgumentException("fact " + key + " is known at " + knownAt + ", before " + occurredAt);
        }
    }

    /** @param type person, school, class, premises or region */
    public record Subject(String role, String type, String id) {}
}
