package org.bihuan.policy.format;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/** A value in a YAML file that knows where it stands, so that every error names its place. */
final class Node {
    private final String file;
    private final String place;
    private final @Nullable Object value;

    Node(String file, String place, @Nullable Object value) {
        this.file = file;
        this.place = place;
        this.value = isNothing(value) ? null : value;
    }

    PackFormatException error(String rule) {
        return new PackFormatException(file, place, rule);
    }

    private static boolean isNothing(@Nullable Object value) {
        return value == null || "null".equals(value) || "~".equals(value) || "".equals(value);
    }

    boolean isMissing() {
        return value == null;
    }

    /** A mapping's entries in file order; missing counts as empty. */
    Map<String, Node> entries() {
        Map<String, Node> entries = new LinkedHashMap<>();
        if (value == null) {
            return entries;
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw error("must be a mapping");
        }
        map.forEach((key, entry) -> entries.put(String.valueOf(key), child(String.valueOf(key), entry)));
        return entries;
    }

    /** A mapping that may have only the keys named; a misspelt key is an error, not a silence. */
    Node allow(String... keys) {
        Set<String> unknown = new LinkedHashSet<>(entries().keySet());
        unknown.removeAll(Set.of(keys));
        if (!unknown.isEmpty()) {
            throw error("unknown key " + unknown + ", allowed are " + List.of(keys));
        }
        return this;
    }

    /** The entry, which may be missing. */
    Node get(String key) {
        Node found = entries().get(key);
        return found == null ? child(key, null) : found;
    }

    boolean has(String key) {
        return !get(key).isMissing();
    }

    /** A list's items; missing counts as empty. */
    List<Node> items() {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw error("must be a list");
        }
        List<Node> items = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            items.add(new Node(file, place + "[" + i + "]", list.get(i)));
        }
        return items;
    }

    /** Refuses a mapping of another {@code format}, whose keys may mean something else. */
    void requireFormat(String format) {
        if (value instanceof Map && has("format") && !get("format").text().equals(format)) {
            throw get("format")
                    .error("must be " + format + ", got " + get("format").text());
        }
    }

    String text() {
        if (value == null) {
            throw error("is required");
        }
        if (value instanceof Map || value instanceof List) {
            throw error("must be a single value");
        }
        return String.valueOf(value);
    }

    Optional<String> findText() {
        return value == null ? Optional.empty() : Optional.of(text());
    }

    List<String> texts() {
        return items().stream().map(Node::text).toList();
    }

    long whole() {
        String text = text();
        try {
            return new BigDecimal(text).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw error("must be a whole number, got " + text);
        }
    }

    /** A number between the bounds. */
    int whole(int least, int most) {
        long number = whole();
        if (number < least || number > most) {
            throw error("must lie between " + least + " and " + most + ", got " + number);
        }
        return (int) number;
    }

    Instant moment() {
        String text = text();
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw error("must be a time in ISO 8601 with offset, got " + text);
        }
    }

    DivisionCode division() {
        String text = text();
        return DivisionCode.parse(text).orElseThrow(() -> error("must be a 12-digit division code, got " + text));
    }

    /** A subject written {@code type:id}. */
    SubjectId subject() {
        return subject(text());
    }

    /** The subject that the text names, which may be this value's key. */
    SubjectId subject(String text) {
        try {
            return SubjectId.parse(text);
        } catch (IllegalArgumentException e) {
            throw error("a subject is written type:id, got " + text);
        }
    }

    boolean truth() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw error("must be true or false");
        };
    }

    /** One of the words. */
    String oneOf(Set<String> words) {
        String text = text();
        if (!words.contains(text)) {
            throw error("must be one of " + words.stream().sorted().toList() + ", got " + text);
        }
        return text;
    }

    /** The pair of texts {@code zh} and {@code en} of this mapping, both required. */
    Wording wording() {
        return new Wording(get("zh").text(), get("en").text());
    }

    private Node child(String key, @Nullable Object entry) {
        return new Node(file, place.isEmpty() ? key : place + "." + key, entry);
    }
}
