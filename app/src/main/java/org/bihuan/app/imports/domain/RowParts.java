package org.bihuan.app.imports.domain;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The facts that state a row of a ledger.
 *
 * @param byName by part of the row, such as arrival or test2
 */
public record RowParts(Map<String, Part> byName) {
    /**
     * One of them.
     *
     * @param key its idempotency key
     * @param content what it says, as a hash; empty once taken back
     */
    public record Part(String key, String content) {}

    /** A row that nothing states yet. */
    public static final RowParts NONE = new RowParts(Map.of());

    public RowParts {
        byName = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** The same with other hashes of contents. */
    public RowParts keyed(UnaryOperator<String> hash) {
        Map<String, Part> keyed = new LinkedHashMap<>();
        byName.forEach((name, part) -> keyed.put(name, new Part(part.key(), hash.apply(part.content()))));
        return new RowParts(keyed);
    }

    /** As one text, a line a part. */
    public String encoded() {
        StringBuilder text = new StringBuilder();
        byName.forEach((name, part) -> text.append(name)
                .append('\t')
                .append(part.key())
                .append('\t')
                .append(part.content())
                .append('\n'));
        return text.toString();
    }

    /** Reads what {@link #encoded} wrote. */
    public static RowParts decoded(String text) {
        Map<String, Part> parts = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            String[] fields = line.split("\t", -1);
            parts.put(fields[0], new Part(fields[1], fields[2]));
        });
        return new RowParts(parts);
    }
}
