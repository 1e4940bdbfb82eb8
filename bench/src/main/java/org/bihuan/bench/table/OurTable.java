package org.bihuan.bench.table;

import org.bihuan.policy.table.CompiledTable;
import org.bihuan.policy.table.TableInput;
import org.bihuan.policy.table.TableResult;

/** The compiled table, asked arrival by arrival. Not thread-safe. */
final class OurTable {
    private final CompiledTable table = Arrivals.definition().compile(Arrivals.parameters());
    private final TableInput input = table.newInput();
    private final int risk = table.columnIndex("origin_risk");
    private final int code = table.columnIndex("code");
    private final int age = table.columnIndex("certificate_age");
    private final int ageKnown = table.columnIndex("certificate_age_known");
    private final int declared = table.columnIndex("declared");

    /** The rows that match as bits. */
    long mask(SyntheticArrival arrival) {
        fill(arrival);
        return table.evaluateMask(input);
    }

    /** The rows that match, and what blocks others. */
    TableResult result(SyntheticArrival arrival) {
        fill(arrival);
        return table.evaluate(input);
    }

    private void fill(SyntheticArrival arrival) {
        input.text(risk, arrival.risk());
        input.text(code, arrival.code());
        input.number(age, arrival.certificateAge());
        input.truth(ageKnown, arrival.certificateAgeKnown());
        input.truth(declared, arrival.declared());
    }
}
