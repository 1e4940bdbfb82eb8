package org.bihuan.app.arrivals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.jspecify.annotations.Nullable;

/** Facts that are sent together by one source at one moment. Not thread-safe. */
final class RawFacts {
    private final String source;
    private final String key;
    private final Instant statedAt;
    private final List<RawFact> facts = new ArrayList<>();

    /** @param key what their keys begin with */
    RawFacts(String source, String key, Instant statedAt) {
        this.source = source;
        this.key = key;
        this.statedAt = statedAt;
    }

    /** A fact of a kind; what is null or empty is left out. */
    RawFacts add(
            String name,
            String kind,
            List<SubjectId> about,
            @Nullable DivisionCode division,
            Map<String, ? extends @Nullable Object> fields) {
        Map<String, Object> payload = new LinkedHashMap<>();
        fields.forEach((field, value) -> {
            if (value != null && !value.toString().isBlank()) {
                payload.put(field, value.toString());
            }
        });
        facts.add(new RawFact(
                source,
                key + "/" + name,
                kind,
                1,
                statedAt.toString(),
                statedAt.toString(),
                facts.size(),
                0,
                null,
                subjects(about),
                division == null ? null : division.toString(),
                payload));
        return this;
    }

    /** Takes a fact back. */
    RawFacts retract(String name, String corrects, List<SubjectId> about, String reason) {
        facts.add(new RawFact(
                source,
                key + "/" + name,
                "retraction",
                1,
                statedAt.toString(),
                statedAt.toString(),
                facts.size(),
                0,
                corrects,
                subjects(about),
                null,
                Map.of("reason", reason)));
        return this;
    }

    private static List<FactSubject> subjects(List<SubjectId> about) {
        return about.stream().map(each -> new FactSubject(each.type(), each)).toList();
    }

    List<RawFact> all() {
        return List.copyOf(facts);
    }
}
