package org.bihuan.app.authority;

import java.util.Set;

/**
 * Whom an account's user should not look up for themselves.
 *
 * @param subjects themselves and whoever has their very name, as {@code type:id}
 * @param households their households
 */
public record Kin(Set<String> subjects, Set<String> households) {
    /** Of whom nothing is known, and of machines. */
    public static final Kin NONE = new Kin(Set.of(), Set.of());

    public Kin {
        subjects = Set.copyOf(subjects);
        households = Set.copyOf(households);
    }
}
