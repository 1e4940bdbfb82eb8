package org.bihuan.policy.level;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which level the lists of one series give one place, from when on.
 *
 * @param steps by the moment they begin; before the first no list was in force
 */
public record LevelHistory(List<Step> steps) {
    /** No list was ever in force. */
    public static final LevelHistory NONE = new LevelHistory(List.of());

    /**
     * What holds until the next step.
     *
     * @param scheme how the list in force grades
     * @param level id of the level, null where the list cannot tell: it names only a part of the place, or a part of what
     *     is around it
     */
    public record Step(
            Instant from, String scheme, @Nullable String level) {
        private boolean isAs(Step other) {
            return scheme.equals(other.scheme) && java.util.Objects.equals(level, other.level);
        }
    }

    /** Steps that change nothing are left out, so that histories which say the same are equal. */
    public LevelHistory {
        List<Step> told = new ArrayList<>(steps.size());
        for (Step step : steps) {
            if (told.isEmpty() || !told.getLast().isAs(step)) {
                told.add(step);
            }
        }
        steps = List.copyOf(told);
    }

    /** What holds at the moment, null when no list was in force. */
    public @Nullable Step at(Instant moment) {
        Step found = null;
        for (Step step : steps) {
            if (step.from().isAfter(moment)) {
                break;
            }
            found = step;
        }
        return found;
    }
}
