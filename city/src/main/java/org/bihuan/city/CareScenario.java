package org.bihuan.city;

import java.util.List;

/**
 * What happens to travellers who are registered (keys care.*). It imitates behaviour; it decides nothing.
 *
 * @param admittedRisks risk levels whose travellers are taken to an isolation site
 * @param admittedHours hours from registration to the site
 * @param admittedTestHours one test for each span, in hours after arrival
 * @param otherTestHours hours after registration for others who have no certificate
 * @param testDone share of these tests that are done
 */
record CareScenario(
        List<String> admittedRisks,
        double admittedShare,
        Span admittedHours,
        List<Span> admittedTestHours,
        Span otherTestHours,
        double testDone,
        Span resultHours,
        WeightedList<String> result,
        double symptomShare,
        Span symptomHours,
        WeightedList<String> symptomKinds) {

    static CareScenario read(Values values) {
        return new CareScenario(
                values.words("care.admittedRisks"),
                values.share("care.admittedShare"),
                values.span("care.admittedHours"),
                values.spans("care.admittedTestHours"),
                values.span("care.otherTestHours"),
                values.share("care.testDone"),
                values.span("care.resultHours"),
                values.weightedWords("care.result"),
                values.share("care.symptoms"),
                values.span("care.symptomHours"),
                values.weightedWords("care.symptomKinds"));
    }
}
