package org.bihuan.city;

import java.util.Optional;

/**
 * What travellers show and whom they tell (keys papers.* and certificate.*).
 *
 * @param declaredHoursBefore hours before arrival, or never
 * @param registeredHoursAfter hours after arrival, or never
 * @param code the code another issuer shows, or unknown
 * @param certificateShare share that carries a test certificate
 * @param certificateHoursBefore hours between the sample and the declaration or departure
 * @param certificateResultHours hours from the sample to the result
 */
record PaperScenario(
        WeightedList<Optional<Span>> declaredHoursBefore,
        WeightedList<Optional<Span>> registeredHoursAfter,
        WeightedList<String> code,
        double certificateShare,
        WeightedList<Span> certificateHoursBefore,
        Span certificateResultHours,
        WeightedList<String> result,
        WeightedList<String> kind,
        WeightedList<String> owner) {

    static final String UNKNOWN = "unknown";

    static PaperScenario read(Values values) {
        return new PaperScenario(
                values.weightedSpansOrNever("papers.declaredHoursBefore"),
                values.weightedSpansOrNever("papers.registeredHoursAfter"),
                values.weightedWords("papers.code"),
                values.share("certificate.share"),
                values.weightedSpans("certificate.hoursBefore"),
                values.span("certificate.resultHours"),
                values.weightedWords("certificate.result"),
                values.weightedWords("certificate.kind"),
                values.weightedWords("certificate.owner"));
    }
}
