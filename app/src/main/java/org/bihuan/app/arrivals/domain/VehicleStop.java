package org.bihuan.app.arrivals.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * One coming of one vehicle to a checkpoint.
 *
 * @param subject the coming, not the vehicle for life
 * @param division the checkpoint's region
 * @param queuedAt when it joined the queue, null when nobody noted it
 * @param checkedAt when it was dealt with, null while it waits
 * @param leftAt when it was seen leaving the area, null while it has not
 * @param kind ordinary, flagged or transit; empty while it waits
 * @param occupants people in it
 * @param registered how many of them were registered
 * @param sticker serial of its sticker, empty for none
 * @param paper serial of the paper form it was first written on, empty for none
 * @param isOffline whether it was done while offline and typed later
 * @param isTwin whether it was confirmed as another vehicle with the same plate
 */
public record VehicleStop(
        SubjectId subject,
        DivisionCode division,
        Instant noticedAt,
        @Nullable Instant queuedAt,
        @Nullable Instant checkedAt,
        @Nullable Instant leftAt,
        String kind,
        int occupants,
        int registered,
        String sticker,
        String paper,
        boolean isOffline,
        boolean isTwin) {

    /** The stop that the dossier speaks of; a later statement goes before an earlier one. */
    public static Optional<VehicleStop> of(Dossier dossier) {
        List<Fact> facts = Corrections.standing(dossier.facts()).stream()
                .map(StandingFact::fact)
                .filter(fact -> fact.kind().equals(Words.STOP) && fact.division() != null)
                .sorted(Fact.BY_PRECEDENCE)
                .toList();
        if (facts.isEmpty() || !dossier.subject().type().equals(Words.VEHICLE)) {
            return Optional.empty();
        }
        Map<String, FieldValue> known = new HashMap<>();
        facts.forEach(fact -> known.putAll(fact.fields()));
        Fact all = facts.getFirst().withFields(known);
        DivisionCode division = facts.getLast().division();
        return division == null
                ? Optional.empty()
                : Optional.of(new VehicleStop(
                        dossier.subject(),
                        division,
                        facts.stream()
                                .map(Fact::occurredAt)
                                .max(Comparator.naturalOrder())
                                .orElseThrow(),
                        all.moment("queuedAt"),
                        all.moment("checkedAt"),
                        all.moment(Words.LEFT_AT),
                        text(all, Words.CLASS),
                        number(all, "occupants"),
                        number(all, "registered"),
                        text(all, "sticker"),
                        text(all, "paper"),
                        !text(all, "offline").isEmpty(),
                        !text(all, "twin").isEmpty()));
    }

    /** How long it waited, or has waited until now; empty when nobody noted when it came. */
    public Optional<Duration> queued(Instant now) {
        return Optional.ofNullable(queuedAt).map(from -> Duration.between(from, checkedAt == null ? now : checkedAt));
    }

    /** Whether it passes through and has not been seen leaving. */
    public boolean isPassing() {
        return kind.equals(Words.TRANSIT) && leftAt == null;
    }

    private static String text(Fact fact, String field) {
        String text = fact.text(field);
        return text == null ? "" : text;
    }

    private static int number(Fact fact, String field) {
        return fact.fields().get(field) instanceof FieldValue.Amount amount
                ? amount.value().intValue()
                : 0;
    }
}
