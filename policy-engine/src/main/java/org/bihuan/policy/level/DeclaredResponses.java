package org.bihuan.policy.level;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * Response levels of regions, each from its minute on. A place has the one of the nearest region around it.
 *
 * @param declared of two for one region and minute the later in the list counts
 */
public record DeclaredResponses(List<Declared> declared) {
    /** Series by which orders read them, and the scheme they grade by. */
    public static final String SERIES = "response-level";

    public DeclaredResponses {
        declared = List.copyOf(declared);
    }

    /** A region's level from a minute on. */
    public record Declared(DivisionCode region, String level, Instant from) {}

    LevelHistory history(DivisionCode place) {
        TreeSet<Instant> moments = new TreeSet<>();
        for (Declared each : declared) {
            if (each.region().contains(place)) {
                moments.add(each.from());
            }
        }
        List<LevelHistory.Step> steps = new ArrayList<>();
        for (Instant moment : moments) {
            Declared nearest = at(place, moment);
            steps.add(new LevelHistory.Step(moment, SERIES, nearest == null ? null : nearest.level()));
        }
        return new LevelHistory(steps);
    }

    private @Nullable Declared at(DivisionCode place, Instant moment) {
        Declared best = null;
        for (Declared each : declared) {
            if (!each.region().contains(place) || each.from().isAfter(moment)) {
                continue;
            }
            int finer = best == null
                    ? 1
                    : Integer.compare(each.region().level(), best.region().level());
            if (finer > 0 || best != null && finer == 0 && !each.from().isBefore(best.from())) {
                best = each;
            }
        }
        return best;
    }
}
