package org.bihuan.app.duties;

import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.AmbientKey;
import org.bihuan.policy.level.KnownLevels;
import org.bihuan.policy.level.LevelHistory;

/** What a key of a level names. */
public record LevelKey(String series, DivisionCode place) {
    /** Reads what {@link AmbientKey#level} wrote. */
    public static LevelKey parse(String key) {
        int at = key.lastIndexOf('@');
        return new LevelKey(key.substring(AmbientKey.LEVEL.length(), at), DivisionCode.of(key.substring(at + 1)));
    }

    LevelHistory of(KnownLevels levels) {
        return levels.history(series, place);
    }
}
