package org.bihuan.city;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Collects a fact's fields in order; what is unknown is left out. */
final class Payload {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    Payload with(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    Payload with(String field, Optional<?> value) {
        value.ifPresent(known -> fields.put(field, known));
        return this;
    }

    Map<String, Object> fields() {
        return Collections.unmodifiableMap(fields);
    }
}
