package org.bihuan.city;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bihuan.kernel.DivisionCode;

/**
 * A resident who comes back to the city, once or more.
 *
 * @param number from 0, in no order of time
 * @param trips by arrival
 */
public record Traveller(int number, Resident person, List<Trip> trips) {
    public Traveller {
        trips = List.copyOf(trips);
    }

    /**
     * One arrival.
     *
     * @param arrivedAt when it truly was (or, if planned, is to be); reports may say otherwise
     * @param leftOriginAt empty when not yet left
     * @param reports who told of it, in the order they did
     */
    public record Trip(
            int number,
            DivisionCode origin,
            Optional<String> originRisk,
            DivisionCode destination,
            Optional<Instant> leftOriginAt,
            Instant arrivedAt,
            Optional<Abroad> abroad,
            Papers papers,
            Care care,
            List<Report> reports) {
        public Trip {
            reports = List.copyOf(reports);
        }
    }

    /**
     * Entry from abroad.
     *
     * @param port division of the port of entry
     * @param isolatedElsewhereDays days of isolation already done there
     */
    public record Abroad(DivisionCode port, int isolatedElsewhereDays) {}

    /** What the traveller shows, and when the authorities heard. */
    public record Papers(
            Optional<Instant> declaredAt,
            Optional<Instant> registeredAt,
            Optional<String> code,
            Optional<LabTest> certificate) {}

    /** What happened after registration; only what lies in the period. */
    public record Care(
            Optional<Instant> admittedAt,
            List<LabTest> tests,
            Optional<Symptoms> symptoms,
            Optional<Instant> positiveAt) {
        public Care {
            tests = List.copyOf(tests);
        }
    }

    /** @param kinds such as fever;cough */
    public record Symptoms(String kinds, Instant onsetAt) {}

    /**
     * One source's word on the arrival.
     *
     * @param source declaration, checkpoint or ledger
     * @param toldAt when the source wrote it down
     * @param correctsLast whether it corrects the report just before
     */
    public record Report(Source source, Instant arrivedAt, Instant toldAt, boolean correctsLast) {}

    /** Where word of an arrival comes from. */
    public enum Source {
        DECLARATION("declaration"),
        CHECKPOINT("checkpoint"),
        LEDGER("community-ledger");

        private final String word;

        Source(String word) {
            this.word = word;
        }

        /** The word in files. */
        public String word() {
            return word;
        }
    }
}
