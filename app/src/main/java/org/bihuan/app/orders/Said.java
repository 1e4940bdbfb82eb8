package org.bihuan.app.orders;

import java.util.List;
import java.util.stream.Collectors;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What a part of an order says, as far as possible in words for people.
 *
 * @param text as the order writes it: a number, a cell of a table, divisions; empty for nothing
 * @param key message key of a word behind it, such as a unit; empty for none
 * @param words words that the order has in both languages, null for none
 */
public record Said(String text, String key, @Nullable Wording words) {
    /** What stands where a version lacks the part. */
    public static final Said NOTHING = text("");

    static Said text(@Nullable Object text) {
        return new Said(text == null ? "" : text.toString(), "", null);
    }

    static Said word(String key) {
        return new Said("", key, null);
    }

    static Said words(Wording words) {
        return new Said("", "", words);
    }

    static Said words(List<Wording> all) {
        return words(new Wording(
                all.stream().map(Wording::zh).collect(Collectors.joining("、")),
                all.stream().map(Wording::en).collect(Collectors.joining(", "))));
    }

    static Said list(List<String> ids) {
        return text(String.join(" ", ids));
    }
}
