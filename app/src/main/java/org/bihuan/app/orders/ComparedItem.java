package org.bihuan.app.orders;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Something an order has a name for, to be compared with the same in another version.
 *
 * @param label what people call it, null when it has only its name
 * @param parts what is said of it, by message key of what is said
 */
record ComparedItem(@Nullable Wording label, Map<String, Said> parts) {
    static ComparedItem of(@Nullable Wording label) {
        return new ComparedItem(label, new LinkedHashMap<>());
    }

    /** With a part more; {@code name} is a word of {@code orders.part}, or a whole key of another message. */
    ComparedItem with(String name, Said said) {
        parts.put(name.contains(".") ? name : "orders.part." + name, said);
        return this;
    }
}
