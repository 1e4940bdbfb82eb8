package org.bihuan.policy.format;

import java.util.List;
import java.util.Map;
import org.bihuan.policy.fact.FactSubject;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it comes from outside, before its fields have types: the open envelope.
 *
 * @param source who sends it
 * @param key idempotency key, unique within the source
 * @param kind kind of fact; one that the catalogue does not know is kept, but no rule sees it
 * @param schema version of its shape
 * @param occurredAt when it happened, ISO 8601 with offset; may be missing where a field says so
 * @param statedAt when the source said so, missing for the time it happened; where neither is told, any dated
 *     statement is stronger, but a retraction without a date takes back all that was said
 * @param order position within the source
 * @param trust rank of the source
 * @param corrects key (within the source) or id of the fact it replaces or takes back
 * @param subjects whom or what it is about
 * @param division responsible region, 12 digits
 * @param payload fields
 */
public record RawFact(
        String source,
        String key,
        String kind,
        int schema,
        @Nullable String occurredAt,
        @Nullable String statedAt,
        long order,
        int trust,
        @Nullable String corrects,
        List<FactSubject> subjects,
        @Nullable String division,
        Map<String, Object> payload) {
    public RawFact {
        subjects = List.copyOf(subjects);
    }
}
