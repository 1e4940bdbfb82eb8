package org.bihuan.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The open envelope of a fact in JSON. */
public final class Envelope {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Envelope() {}

    /**
     * Reads one line.
     *
     * @param order position in the file
     * @throws EnvelopeException naming the field that is missing or has the wrong shape
     */
    public static RawFact parse(String line, long order) {
        @Nullable Map<?, ?> map;
        try {
            map = MAPPER.readValue(line, Map.class);
        } catch (JacksonException e) {
            throw new EnvelopeException("is not a JSON object: " + e.getOriginalMessage());
        }
        if (map == null) {
            throw new EnvelopeException("is not a JSON object: null");
        }
        return of(map, order);
    }

    /**
     * Reads an object that has been parsed already.
     *
     * @throws EnvelopeException naming the field that is missing or has the wrong shape
     */
    public static RawFact of(Map<?, ?> map, long order) {
        List<FactSubject> subjects = new ArrayList<>();
        switch (map.get("subjects")) {
            case null -> {
                // Whether a fact may do without is for its kind to say
            }
            case List<?> list -> list.forEach(each -> subjects.add(subject(each)));
            default -> throw new EnvelopeException("subjects: must be a list");
        }
        Map<String, Object> payload = new LinkedHashMap<>();
        switch (map.get("payload")) {
            case null -> {
                // A fact may say nothing but that it happened
            }
            case Map<?, ?> fields ->
                fields.forEach((name, value) -> {
                    if (value != null) {
                        payload.put(String.valueOf(name), value);
                    }
                });
            default -> throw new EnvelopeException("payload: must be an object");
        }
        return new RawFact(
                text(map, "source", "envelope"),
                required(map, "key"),
                required(map, "kind"),
                number(map, "schema", 1),
                find(map, "occurredAt"),
                find(map, "statedAt"),
                order,
                number(map, "trust", 0),
                find(map, "corrects"),
                subjects,
                find(map, "division"),
                payload);
    }

    private static FactSubject subject(@Nullable Object each) {
        if (each instanceof Map<?, ?> map
                && map.get("type") instanceof String type
                && map.get("id") instanceof String id
                && !type.isEmpty()
                && !id.isEmpty()) {
            return new FactSubject(text(map, "role", type), new SubjectId(type, id));
        }
        throw new EnvelopeException("subjects: each needs a type and an id");
    }

    private static String required(Map<?, ?> map, String name) {
        String value = find(map, name);
        if (value == null || value.isBlank()) {
            throw new EnvelopeException(name + ": is required");
        }
        return value;
    }

    private static String text(Map<?, ?> map, String name, String otherwise) {
        String value = find(map, name);
        return value == null ? otherwise : value;
    }

    private static @Nullable String find(Map<?, ?> map, String name) {
        Object value = map.get(name);
        return value == null ? null : String.valueOf(value);
    }

    private static int number(Map<?, ?> map, String name, int otherwise) {
        Object value = map.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Integer number) {
            return number;
        }
        throw new EnvelopeException(name + ": must be a whole number");
    }
}
