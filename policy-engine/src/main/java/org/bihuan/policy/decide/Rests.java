package org.bihuan.policy.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of duties while the measure that they serve is suspended: their time stands still. Immutable. */
final class Rests {
    private final List<Suspension> suspensions;

    Rests(List<Suspension> suspensions) {
        this.suspensions = suspensions;
    }

    boolean isEmpty() {
        return suspensions.isEmpty();
    }

    /** The due time, later by as much of the duty's own time as its measure rested. */
    Instant due(Collection<String> measures, Instant opensAt, Instant dueAt) {
        Instant at = opensAt;
        Duration left = Duration.between(opensAt, dueAt);
        for (Suspension each : suspensions) {
            if (!measures.contains(each.measure()) || !each.until().isAfter(at) || left.isNegative()) {
                continue;
            }
            Duration worked = each.from().isAfter(at) ? Duration.between(at, each.from()) : Duration.ZERO;
            if (worked.compareTo(left) >= 0) {
                break; // it was due before, or will be
            }
            left = left.minus(worked);
            at = each.until();
        }
        return at.plus(left);
    }

    /** A turn of a repeated duty that falls due while its measure rests is not made up for: it is waived. */
    Duty.@Nullable Waiver turn(Collection<String> measures, Instant dueAt) {
        for (Suspension each : suspensions) {
            if (measures.contains(each.measure()) && dueAt.isAfter(each.from()) && !dueAt.isAfter(each.until())) {
                return new Duty.Waiver(each.from(), each.by(), each.reason());
            }
        }
        return null;
    }
}
