package org.bihuan.app.audit;

import java.util.List;
import java.util.Set;
import org.bihuan.kernel.DivisionCode;

/**
 * Who reads, and what is known of them that can make reading unusual.
 *
 * @param user name of the account
 * @param regions divisions they work for; empty when that is not limited or not known
 * @param own their own subjects, as {@code type:id}
 * @param households their own households
 */
public record Reader(String user, List<DivisionCode> regions, Set<String> own, Set<String> households) {
    public Reader {
        regions = List.copyOf(regions);
        own = Set.copyOf(own);
        households = Set.copyOf(households);
    }

    /** Somebody of whom nothing but the name is known. */
    public static Reader named(String user) {
        return new Reader(user, List.of(), Set.of(), Set.of());
    }
}
