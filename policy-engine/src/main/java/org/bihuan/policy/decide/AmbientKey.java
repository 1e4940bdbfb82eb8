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

    /** What the keys of levels begin with. */
    public static final String LEVEL = "level:";

    /** The level of a place by the lists of a series, whatever place around it or in it they name. */
    public static String level(String series, DivisionCode place) {
        return LEVEL + series + "@" + place;
    }
}
