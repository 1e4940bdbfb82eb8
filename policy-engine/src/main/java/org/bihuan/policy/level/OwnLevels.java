package org.bihuan.policy.level;

import java.util.List;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;

/** What a city says itself of places, read in the same way as published lists: response levels and flagged sources. */
public record OwnLevels(DeclaredResponses responses, FlaggedSources sources) {
    /** Nothing has been said. */
    public static final OwnLevels NONE = new OwnLevels(new DeclaredResponses(List.of()), new FlaggedSources(List.of()));

    /** Whether no list may be called so, because the word stands for these. */
    public static boolean isReserved(String series) {
        return series.equals(DeclaredResponses.SERIES) || FlaggedSources.isSeries(series);
    }

    /** The levels of the place by the series, null when the series is that of lists. */
    public @Nullable LevelHistory find(String series, DivisionCode place) {
        if (series.equals(DeclaredResponses.SERIES)) {
            return responses.history(place);
        }
        return FlaggedSources.isSeries(series) ? sources.history(series, place) : null;
    }
}
