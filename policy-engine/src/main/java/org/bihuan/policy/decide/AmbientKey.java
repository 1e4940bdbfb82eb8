package org.bihuan.policy.decide;

import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;

/** Names of what a decision read beyond its dossier, so that a change finds those whom it touches. */
public final class AmbientKey {
    private AmbientKey() {}

    /** A parameter's value in a division, or in the jurisdiction as a whole. */
    public static String parameter(String pack, String parameter, @Nullable DivisionCode division) {
        return "parameter:" + pack + ":" + parameter + "@" + (division == null ? "*" : division.toString());
    }
}
