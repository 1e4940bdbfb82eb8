package org.bihuan.app.duties;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.decide.Segment;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.StandingFact;

/**
 * Duties follow whoever was handed over: what was not done by then is owed where they are now, and stands in the lists
 * there. What happens to them afterwards lies where it happens. Outside the city nobody here would see it, so that a duty
 * stays where it was when its person leaves the city.
 */
final class HandedOver {
    private static final int CITY = 2;

    private HandedOver() {}

    /** A hand-over that stands. */
    private record To(Instant at, DivisionCode place) {}

    static Decision of(Dossier dossier, Decision decision) {
        Optional<To> last = last(dossier);
        if (last.isEmpty()) {
            return decision;
        }
        return new Decision(
                decision.subject(),
                decision.decidedAt(),
                decision.packs(),
                decision.segments().stream()
                        .map(each -> moved(each, dossier, last.get()))
                        .toList(),
                decision.reasons(),
                decision.refusals(),
                decision.signals(),
                decision.ambient(),
                decision.pins(),
                decision.division(),
                decision.nextChangeAt());
    }

    private static Optional<To> last(Dossier dossier) {
        if (dossier.facts().stream().noneMatch(fact -> fact.kind().equals(SubjectRegions.HAND_OVER))) {
            return Optional.empty(); // nearly everybody
        }
        return Corrections.standing(dossier.facts()).stream()
                .map(StandingFact::fact)
                .filter(fact -> fact.kind().equals(SubjectRegions.HAND_OVER))
                .flatMap(fact -> to(fact).stream())
                .max(Comparator.comparing(To::at).thenComparing(To::place));
    }

    private static Optional<To> to(Fact fact) {
        return fact.fields().get(SubjectRegions.TO) instanceof FieldValue.Place place
                ? Optional.of(new To(fact.occurredAt(), place.value()))
                : Optional.empty();
    }

    private static Segment moved(Segment segment, Dossier dossier, To to) {
        List<Duty> duties = segment.duties().stream()
                .map(duty -> follows(duty, dossier, to) ? at(duty, to.place()) : duty)
                .toList();
        return new Segment(segment.from(), segment.until(), segment.measures(), segment.release(), duties);
    }

    private static boolean follows(Duty duty, Dossier dossier, To to) {
        DivisionCode place = duty.division();
        Duty.Met met = duty.met();
        Duty.Waiver waived = duty.waived();
        return (place == null || place.atLevel(CITY).equals(to.place().atLevel(CITY)))
                && (met == null || met.happenedAt().isAfter(to.at()))
                && (waived == null || waived.at().isAfter(to.at()))
                && !beganAfter(duty.episode(), dossier, to.at());
    }

    private static boolean beganAfter(UUID episode, Dossier dossier, Instant at) {
        return dossier.facts().stream()
                .anyMatch(fact -> fact.id().equals(episode) && fact.occurredAt().isAfter(at));
    }

    private static Duty at(Duty duty, DivisionCode place) {
        return new Duty(
                duty.id(),
                duty.aliases(),
                duty.subject(),
                duty.pack(),
                duty.episode(),
                duty.obligation(),
                duty.step(),
                duty.kind(),
                duty.owner(),
                place,
                duty.opensAt(),
                duty.dueAt(),
                duty.met(),
                duty.waived(),
                duty.attempts(),
                duty.assignee(),
                duty.clauses(),
                duty.wording());
    }
}
