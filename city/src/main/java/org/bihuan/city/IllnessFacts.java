package org.bihuan.city;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bihuan.city.Fact.Subject;
import org.bihuan.kernel.DivisionCode;

/** Turns illnesses into facts: the onset, absences, the end, samples; each known when the school or a result tells it. */
final class IllnessFacts {
    private final FactKeys keys;
    private final ClusterScenario scenario;
    private final ZoneId zone;
    private final Instant end;

    /** @param end nothing later is known */
    IllnessFacts(FactKeys keys, ClusterScenario scenario, ZoneId zone, Instant end) {
        this.keys = keys;
        this.scenario = scenario;
        this.zone = zone;
        this.end = end;
    }

    /** The first roll call at or after the time, school day or not: parents report by message. */
    Instant rollCallAfter(Instant time) {
        ZonedDateTime day = time.atZone(zone);
        ZonedDateTime rollCall = day.with(scenario.rollCall());
        return (rollCall.isBefore(day) ? rollCall.plusDays(1) : rollCall).toInstant();
    }

    /** When the school learns of an illness: soon when it begins in school, otherwise at the next roll call. */
    Instant notedAt(Instant onsetAt) {
        ZonedDateTime day = onsetAt.atZone(zone);
        boolean inSchool = scenario.schoolDays().contains(day.getDayOfWeek())
                && !day.toLocalTime().isBefore(scenario.rollCall())
                && day.toLocalTime().isBefore(scenario.schoolEnds());
        return inSchool ? onsetAt.plus(scenario.noticedAfter()) : rollCallAfter(onsetAt);
    }

    /** Onset, absences and end. */
    void course(Illness illness, DivisionCode division, Consumer<Fact> to) {
        Instant notedAt = illness.notedAt();
        Payload onset = new Payload()
                .with(FactNames.ILLNESS, illness.word())
                .with(FactNames.ONSET_AT, illness.onsetAt())
                .with(FactNames.NOTED_AT, notedAt);
        fact(illness, "onset", FactNames.ILLNESS, illness.onsetAt(), notedAt, division, onset, to);
        Payload course = new Payload()
                .with(FactNames.ILLNESS, illness.word())
                .with(FactNames.ONSET_AT, illness.onsetAt())
                .with(FactNames.NOTED_AT, notedAt)
                .with(FactNames.ENDED_AT, illness.endedAt());
        Instant endKnownAt = rollCallAfter(illness.endedAt().isBefore(notedAt) ? notedAt : illness.endedAt());
        fact(illness, "end", FactNames.ILLNESS, illness.endedAt(), endKnownAt, division, course, to);
        for (Instant rollCall = rollCallAfter(notedAt);
                rollCall.isBefore(illness.endedAt());
                rollCall = nextRollCall(rollCall)) {
            LocalDate day = rollCall.atZone(zone).toLocalDate();
            if (scenario.schoolDays().contains(day.getDayOfWeek())) {
                Payload absence = new Payload().with(FactNames.DATE, day).with(FactNames.REASON, FactNames.ILLNESS);
                fact(illness, "absence-" + day, FactNames.ABSENCE, rollCall, rollCall, division, absence, to);
            }
        }
    }

    /** A sample of the ill, known with its result. */
    void sample(
            Illness illness,
            int number,
            Instant sampledAt,
            Instant reportedAt,
            String result,
            DivisionCode division,
            Consumer<Fact> to) {
        Payload payload = new Payload()
                .with(FactNames.SAMPLED_AT, sampledAt)
                .with(FactNames.REPORTED_AT, reportedAt)
                .with(FactNames.RESULT, result)
                .with(FactNames.KIND, scenario.samples().kind())
                .with(FactNames.OWNER, LabTest.SELF);
        fact(illness, "sample" + number, FactNames.TEST, sampledAt, reportedAt, division, payload, to);
    }

    private Instant nextRollCall(Instant rollCall) {
        return rollCall.atZone(zone).plusDays(1).toInstant();
    }

    private void fact(
            Illness illness,
            String path,
            String kind,
            Instant occurredAt,
            Instant knownAt,
            DivisionCode division,
            Payload payload,
            Consumer<Fact> to) {
        if (!knownAt.isBefore(end)) {
            return;
        }
        String person = Resident.idOf(illness.person());
        List<Subject> subjects = new ArrayList<>();
        subjects.add(ResidentFacts.subject(person));
        boolean sampled = kind.equals(FactNames.TEST);
        if (!sampled) { // the laboratory knows the person, not the class
            subjects.addAll(illness.places());
        }
        to.accept(new Fact(
                keys.played(person + "/illness-" + illness.number() + "/" + path),
                sampled ? FactNames.LABORATORY : FactNames.SCHOOL_ROLL,
                kind,
                FactNames.SCHEMA,
                occurredAt,
                knownAt,
                subjects,
                division,
                payload.fields(),
                Optional.empty()));
    }
}
