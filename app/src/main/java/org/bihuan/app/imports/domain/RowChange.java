package org.bihuan.app.imports.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.HashId;
import org.bihuan.policy.format.RawFact;
import org.jspecify.annotations.Nullable;

/**
 * What a row asks to be recorded when it says something else than before: a fact for what is new, a correction for what is
 * different, a retraction for what is no longer there, and nothing for what is as it was.
 *
 * @param facts in order
 * @param parts what states the row afterwards
 */
public record RowChange(List<RawFact> facts, RowParts parts) {
    public RowChange {
        facts = List.copyOf(facts);
    }

    /**
     * Compares.
     *
     * @param row the facts of the row as it is now, each keyed by its part
     * @param before what states the row so far
     * @param prefix begins every key of this row: the sender's subject and the number of the row among its rows
     * @param revision how many versions of the row there have been before this one
     * @param statedAt when the sender said so
     * @param keyed makes a keyed hash of a hash, so that nobody can try out what a row says
     */
    public static RowChange of(
            List<RawFact> row,
            RowParts before,
            String prefix,
            int revision,
            String statedAt,
            UnaryOperator<String> keyed) {
        List<RawFact> facts = new ArrayList<>();
        Map<String, RowParts.Part> parts = new LinkedHashMap<>();
        for (RawFact raw : row) {
            String name = raw.key();
            String content = keyed.apply(content(raw));
            RowParts.Part known = before.byName().get(name);
            if (known != null && known.content().equals(content)) {
                parts.put(name, known);
                continue;
            }
            String key = key(prefix, name, revision);
            facts.add(fact(raw, key, raw.kind(), statedAt, known == null ? null : known.key(), raw.payload()));
            parts.put(name, new RowParts.Part(key, content));
        }
        if (!row.isEmpty()) {
            before.byName().forEach((name, known) -> {
                if (parts.containsKey(name)) {
                    return;
                }
                if (known.content().isEmpty()) {
                    parts.put(name, known);
                    return;
                }
                String key = key(prefix, name, revision);
                facts.add(
                        fact(row.getFirst(), key, Fact.RETRACTION, statedAt, known.key(), Map.of("reason", "ledger")));
                parts.put(name, new RowParts.Part(key, ""));
            });
        }
        return new RowChange(facts, new RowParts(parts));
    }

    private static String key(String prefix, String part, int revision) {
        return revision == 0 ? prefix + part : prefix + part + "/" + revision;
    }

    private static RawFact fact(
            RawFact like,
            String key,
            String kind,
            String statedAt,
            @Nullable String corrects,
            Map<String, Object> payload) {
        return new RawFact(
                like.source(),
                key,
                kind,
                kind.equals(Fact.RETRACTION) ? 1 : like.schema(),
                like.occurredAt(),
                statedAt,
                like.order(),
                like.trust(),
                corrects,
                like.subjects(),
                like.division(),
                payload);
    }

    private static String content(RawFact raw) {
        List<String> words = new ArrayList<>();
        words.add(raw.kind());
        new TreeMap<>(raw.payload()).forEach((field, value) -> {
            words.add(field);
            words.add(String.valueOf(value));
        });
        return HashId.of(words.toArray(String[]::new)).toString();
    }
}
