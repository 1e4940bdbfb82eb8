package org.bihuan.policy.level;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * Sources of danger that are on no list. A place is flagged while it lies in one; whoever is flagged by nobody is clear.
 *
 * @param flagged in any order
 */
public record FlaggedSources(List<Flagged> flagged) {
    /** Series of all of them, and the scheme; behind a slash those of a kind, or the one of a code. */
    public static final String SERIES = "flagged-source";

    /** In a source. */
    public static final String FLAGGED = "flagged";

    /** In none. */
    public static final String CLEAR = "clear";

    public FlaggedSources {
        flagged = List.copyOf(flagged);
    }

    /**
     * One source.
     *
     * @param code the word by which orders know it, null for none
     * @param isPart whether it is only some part of the division, so that nobody can tell who of it has been there
     * @param to null while it lasts
     */
    public record Flagged(
            String kind,
            @Nullable String code,
            DivisionCode place,
            boolean isPart,
            Instant from,
            @Nullable Instant to) {
        private boolean isNamed(String series) {
            String word = series.substring(SERIES.length());
            return word.isEmpty() || word.equals("/" + kind) || word.equals("/" + code);
        }

        private boolean holdsAt(Instant moment) {
            return !from.isAfter(moment) && (to == null || moment.isBefore(to));
        }
    }

    static boolean isSeries(String series) {
        return series.equals(SERIES) || series.startsWith(SERIES + "/");
    }

    LevelHistory history(String series, DivisionCode place) {
        List<Flagged> near = flagged.stream()
                .filter(each -> each.isNamed(series))
                .filter(each -> each.place().contains(place) || place.contains(each.place()))
                .toList();
        TreeSet<Instant> moments = new TreeSet<>(List.of(Instant.MIN));
        for (Flagged each : near) {
            moments.add(each.from());
            if (each.to() != null) {
                moments.add(each.to());
            }
        }
        List<LevelHistory.Step> steps = new ArrayList<>();
        moments.forEach(moment -> steps.add(new LevelHistory.Step(moment, SERIES, level(near, place, moment))));
        return new LevelHistory(steps);
    }

    /** Null where the place only holds a source somewhere, or lies in a division that does. */
    private static @Nullable String level(List<Flagged> near, DivisionCode place, Instant moment) {
        String level = CLEAR;
        for (Flagged each : near) {
            if (each.holdsAt(moment)) {
                if (!each.isPart() && each.place().contains(place)) {
                    return FLAGGED;
                }
                level = null;
            }
        }
        return level;
    }
}
