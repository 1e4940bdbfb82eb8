package org.bihuan.app.returns;

import java.util.List;
import org.bihuan.policy.pack.Wording;

/**
 * A question of a return.
 *
 * @param id name in data
 * @param label what it asks for
 * @param type what an answer is
 * @param isOptional whether it may stay empty
 * @param options choices, empty for other types
 */
public record ReturnField(String id, Wording label, Type type, boolean isOptional, List<String> options) {
    /** A whole number from 0; a text; one of some words. */
    public enum Type {
        COUNT,
        TEXT,
        CHOICE
    }

    public ReturnField {
        options = List.copyOf(options);
    }
}
