package org.bihuan.bench.table;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bihuan.policy.table.TableResult;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One call is one evaluation, values put in and answer taken out; the arrivals take turns. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class TableBenchmark {
    private final List<SyntheticArrival> list = Arrivals.list();
    private final SyntheticArrival[] arrivals = list.toArray(SyntheticArrival[]::new);
    private final OurTable ours = new OurTable();
    private final KieTable kie = new KieTable();
    private int turn;

    /** Ours, the form without allocation. */
    @Benchmark
    public long ourMask() {
        return ours.mask(next());
    }

    /** Ours, with rule indexes. */
    @Benchmark
    public TableResult ourResult() {
        return ours.result(next());
    }

    /** Apache KIE. */
    @Benchmark
    public String kieOutcome() {
        return kie.outcome(next());
    }

    private SyntheticArrival next() {
        turn = (turn + 1) & (Arrivals.COUNT - 1);
        return arrivals[turn];
    }
}
