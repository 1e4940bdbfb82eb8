package org.bihuan.app.facts;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.bihuan.policy.fact.HashId;
import org.bihuan.policy.format.RawFact;
import org.jspecify.annotations.Nullable;

/** Tells a repeat of a fact from another fact under the same key: a hash of all that the source said. */
final class ContentHash {
    private ContentHash() {}

    static UUID of(RawFact raw) {
        return HashId.of(
                "content",
                raw.kind(),
                Integer.toString(raw.schema()),
                text(raw.occurredAt()),
                text(raw.statedAt()),
                text(raw.corrects()),
                text(raw.division()),
                FieldCodec.writeSubjects(raw.subjects()),
                payload(raw.payload()));
    }

    /** The payload with its keys sorted at every level, so that their order in the message does not matter. */
    static String payload(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, each) -> sorted.put(String.valueOf(key), each == null ? "" : each));
            StringBuilder text = new StringBuilder("{");
            sorted.forEach((key, each) -> text.append(key.length())
                    .append(':')
                    .append(key)
                    .append('=')
                    .append(payload(each))
                    .append(';'));
            return text.append('}').toString();
        }
        if (value instanceof Iterable<?> list) {
            StringBuilder text = new StringBuilder("[");
            list.forEach(each -> text.append(payload(each == null ? "" : each)).append(';'));
            return text.append(']').toString();
        }
        String plain = String.valueOf(value);
        return plain.length() + ":" + plain;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
