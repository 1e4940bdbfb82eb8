package org.bihuan.app.arrivals;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.arrivals.domain.Journey;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * An arrival as lists show it. No name: who may see it asks for it with a purpose.
 *
 * @param division whose responsibility the person is now, null while unknown
 * @param at when they arrived or are expected
 * @param reached the steps they have come through
 * @param dueAt until when the next step is owed, null when it is not
 * @param remark late, never, doubt or hidden; empty for none
 */
public record ArrivalLine(
        UUID id,
        SubjectId subject,
        @Nullable DivisionCode division,
        @Nullable DivisionCode origin,
        Instant at,
        Set<ArrivalStep> reached,
        @Nullable Instant dueAt,
        String remark) {
    static ArrivalLine of(Journey journey, Instant now) {
        Journey.Steps steps = journey.steps();
        Set<ArrivalStep> reached = EnumSet.noneOf(ArrivalStep.class);
        add(reached, ArrivalStep.DECLARED, steps.declaredAt(), now);
        add(reached, ArrivalStep.ARRIVED, steps.arrivedAt(), now);
        add(reached, ArrivalStep.CLASSED, steps.outcome().isEmpty() ? null : steps.arrivedAt(), now);
        add(reached, ArrivalStep.TESTED, steps.testedAt(), now);
        add(reached, ArrivalStep.HANDED_OVER, steps.receivedAt(), now);
        add(reached, ArrivalStep.RELEASED, steps.releasedAt(), now);
        Instant test = journey.waits().testDueAt();
        return new ArrivalLine(
                journey.id(),
                journey.subject(),
                journey.division(),
                journey.origin(),
                journey.at(),
                reached,
                test == null ? journey.waits().receiptDueAt() : test,
                journey.remark());
    }

    private static void add(Set<ArrivalStep> reached, ArrivalStep step, @Nullable Instant at, Instant now) {
        if (at != null && !at.isAfter(now)) {
            reached.add(step);
        }
    }
}
