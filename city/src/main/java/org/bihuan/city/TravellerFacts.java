package org.bihuan.city;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bihuan.city.Traveller.Abroad;
import org.bihuan.city.Traveller.Report;
import org.bihuan.city.Traveller.Source;
import org.bihuan.city.Traveller.Trip;

/** Turns a traveller into facts: each report of an arrival, tests, admission, symptoms, a positive finding. */
final class TravellerFacts {
    private final FactKeys keys;
    private final Instant end;

    /** @param end nothing later is known; a result still out is written with the sample */
    TravellerFacts(FactKeys keys, Instant end) {
        this.keys = keys;
        this.end = end;
    }

    /** In no order. */
    List<Fact> of(Traveller traveller) {
        List<Fact> facts = new ArrayList<>();
        for (Trip trip : traveller.trips()) {
            new TripFacts(traveller.person().id(), trip, facts).add();
        }
        return facts;
    }

    private final class TripFacts {
        private final String person;
        private final Trip trip;
        private final List<Fact> facts;

        TripFacts(String person, Trip trip, List<Fact> facts) {
            this.person = person;
            this.trip = trip;
            this.facts = facts;
        }

        void add() {
            arrivals();
            trip.papers()
                    .certificate()
                    .ifPresent(test -> test("certificate", FactNames.CERTIFICATE, test, certificateShownAt(test)));
            for (int i = 0; i < trip.care().tests().size(); i++) {
                LabTest test = trip.care().tests().get(i);
                Instant knownAt = test.reportedAt().isBefore(end) ? test.reportedAt() : test.sampledAt();
                test("test" + (i + 1), FactNames.LABORATORY, test, knownAt);
            }
            trip.care().admittedAt().ifPresent(this::admission);
            trip.care().symptoms().ifPresent(this::symptom);
            trip.care().positiveAt().ifPresent(this::positive);
        }

        private void arrivals() {
            Optional<String> before = Optional.empty();
            for (int i = 0; i < trip.reports().size(); i++) {
                Report report = trip.reports().get(i);
                String path = "arrival" + (i + 1);
                Payload payload = new Payload()
                        .with(FactNames.ARRIVED_AT, report.arrivedAt())
                        .with(FactNames.ORIGIN, trip.origin())
                        .with(FactNames.ORIGIN_RISK, trip.originRisk())
                        .with(FactNames.DESTINATION, trip.destination());
                if (report.source() != Source.DECLARATION) {
                    payload.with(FactNames.LEFT_ORIGIN_AT, trip.leftOriginAt())
                            .with(FactNames.CODE, trip.papers().code())
                            .with(FactNames.PORT, trip.abroad().map(Abroad::port))
                            .with(
                                    FactNames.ISOLATED_ELSEWHERE_DAYS,
                                    trip.abroad().map(Abroad::isolatedElsewhereDays));
                }
                if (report.source() == Source.LEDGER) {
                    payload.with(FactNames.REGISTERED_AT, trip.papers().registeredAt());
                }
                payload.with(FactNames.DECLARED_AT, trip.papers().declaredAt());
                fact(
                        path,
                        report.source().word(),
                        FactNames.ARRIVAL,
                        report.toldAt(),
                        report.toldAt(),
                        payload,
                        report.correctsLast() ? before : Optional.empty());
                before = Optional.of(key(path));
            }
        }

        /** A certificate is seen with the first report, or when its result came out if that was later. */
        private Instant certificateShownAt(LabTest test) {
            Instant firstTold = trip.reports().getFirst().toldAt();
            Instant shownAt = Collections.max(List.of(firstTold, test.reportedAt(), test.sampledAt()));
            return shownAt.isBefore(end) ? shownAt : Collections.max(List.of(firstTold, test.sampledAt()));
        }

        private void test(String path, String source, LabTest test, Instant knownAt) {
            fact(
                    path,
                    source,
                    FactNames.TEST,
                    test.sampledAt(),
                    knownAt,
                    new Payload()
                            .with(FactNames.SAMPLED_AT, test.sampledAt())
                            .with(FactNames.REPORTED_AT, test.reportedAt())
                            .with(FactNames.RESULT, test.result())
                            .with(FactNames.KIND, test.kind())
                            .with(FactNames.OWNER, test.owner()),
                    Optional.empty());
        }

        private void admission(Instant admittedAt) {
            fact(
                    "admission",
                    FactNames.ISOLATION_SITE,
                    FactNames.ADMISSION,
                    admittedAt,
                    admittedAt,
                    new Payload().with(FactNames.ADMITTED_AT, admittedAt),
                    Optional.empty());
        }

        private void symptom(Traveller.Symptoms symptoms) {
            fact(
                    "symptom",
                    FactNames.COMMUNITY,
                    FactNames.SYMPTOM,
                    symptoms.onsetAt(),
                    symptoms.onsetAt(),
                    new Payload()
                            .with(FactNames.SYMPTOMS, symptoms.kinds())
                            .with(FactNames.ONSET_AT, symptoms.onsetAt()),
                    Optional.empty());
        }

        private void positive(Instant positiveAt) {
            fact(
                    "positive",
                    FactNames.LABORATORY,
                    FactNames.POSITIVE,
                    positiveAt,
                    positiveAt,
                    new Payload().with(FactNames.POSITIVE_AT, positiveAt),
                    Optional.empty());
        }

        private String key(String path) {
            return keys.played(person + "/trip" + trip.number() + "/" + path);
        }

        private void fact(
                String path,
                String source,
                String kind,
                Instant occurredAt,
                Instant knownAt,
                Payload payload,
                Optional<String> corrects) {
            facts.add(new Fact(
                    key(path),
                    source,
                    kind,
                    FactNames.SCHEMA,
                    occurredAt,
                    knownAt,
                    List.of(ResidentFacts.subject(person)),
                    trip.destination(),
                    payload.fields(),
                    corrects));
        }
    }
}
