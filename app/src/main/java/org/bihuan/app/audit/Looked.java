package org.bihuan.app.audit;

import java.util.Set;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * A subject that was read about.
 *
 * @param subject as {@code type:id}
 * @param divisions where it lives, stays or is answered for; empty when not known
 * @param household its household, null when it has none or it is not known
 */
public record Looked(
        String subject,
        Set<DivisionCode> divisions,
        @Nullable String household) {
    public Looked {
        divisions = Set.copyOf(divisions);
    }

    /** A subject of which nothing else is known. */
    public static Looked at(String subject) {
        return new Looked(subject, Set.of(), null);
    }
}
