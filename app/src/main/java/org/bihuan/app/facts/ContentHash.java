package org.bihuan.app.facts;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.bihuan.app.vault.KeyedHash;
import org.bihuan.policy.fact.HashId;
import org.bihuan.policy.format.RawFact;
import org.jspecify.annotations.Nullable;

/**
 * Tells a repeat of a fact from another fact under the same key: a keyed hash of all that the source said, so that nobody
 * can try names and numbers against it.
 */
final class ContentHash {
    private ContentHash() {}

    static UUID of(KeyedHash hash, RawFact raw) {
        return hash.of("content", parts(raw));
    }

    /** Whether the hash that was kept is that of the fact; facts of before the key was there have a hash without one. */
    static boolean fits(UUID kept, KeyedHash hash, RawFact raw) {
        return kept.equals(of(hash, raw)) || kept.equals(HashId.of(withoutKey(raw)));
    }

    private static String[] withoutKey(RawFact raw) {
        String[] parts = parts(raw);
        String[] all = new String[parts.length + 1];
        all[0] = "content";
        System.arraycopy(parts, 0, all, 1, parts.length);
        return all;
    }

    private static String[] parts(RawFact raw) {
        return new String[] {
            raw.kind(),
            Integer.toString(raw.schema()),
            text(raw.occurredAt()),
            text(raw.statedAt()),
            text(raw.corrects()),
            text(raw.division()),
            FieldCodec.writeSubjects(raw.subjects()),
            payload(raw.payload())
        };
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
