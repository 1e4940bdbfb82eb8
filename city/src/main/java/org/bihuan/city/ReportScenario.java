package org.bihuan.city;

/**
 * How often one arrival is told more than once (keys reports.*).
 *
 * @param count most sources that tell of one arrival
 * @param apartHours hours by which their arrival times differ
 * @param corrected share of ledger entries first written with a wrong time
 */
record ReportScenario(WeightedList<Integer> count, Span apartHours, double corrected) {
    static ReportScenario read(Values values) {
        return new ReportScenario(
                values.weighted("reports.count", "1, 2 or 3", Integer::valueOf),
                values.span("reports.apartHours"),
                values.share("reports.corrected"));
    }
}
