package org.bihuan.bench;

import java.util.Arrays;
import org.bihuan.bench.facts.FactsBenchmark;
import org.bihuan.bench.judge.JudgeBenchmark;
import org.bihuan.bench.ledgers.LedgersBenchmark;
import org.bihuan.bench.pages.PagesBenchmark;
import org.bihuan.bench.places.PlacesBenchmark;
import org.bihuan.bench.places.RiskBenchmark;
import org.bihuan.bench.reconcile.ReconcileBenchmark;
import org.bihuan.bench.sweep.SweepBenchmark;
import org.bihuan.bench.table.TableBenchmarkMain;
import org.bihuan.bench.whatif.WhatIfBenchmark;

/** {@code bench table|judge|facts|reconcile|ledgers|places|risk|pages|whatif|sweep [ARGUMENTS]}. */
public final class Main {
    private Main() {}

    /** Runs the named speed test. */
    public static void main(String[] args) throws Exception {
        String[] rest = args.length == 0 ? args : Arrays.copyOfRange(args, 1, args.length);
        switch (args.length == 0 ? "" : args[0]) {
            case "table" -> TableBenchmarkMain.main(rest);
            case "judge" -> JudgeBenchmark.main(rest);
            case "facts" -> FactsBenchmark.main(rest);
            case "reconcile" -> ReconcileBenchmark.main(rest);
            case "pages" -> PagesBenchmark.main(rest);
            case "ledgers" -> LedgersBenchmark.main(rest);
            case "whatif" -> WhatIfBenchmark.main(rest);
            case "sweep" -> SweepBenchmark.main(rest);
            case "places" -> PlacesBenchmark.main(rest);
            case "risk" -> RiskBenchmark.main(rest);
            default -> {
                System.err.println(
                        "bench table | judge [PEOPLE] | facts [NUMBER] | reconcile [PEOPLE] | ledgers [ROWS [EXPORTED]]"
                                + " | places [QUERIES] | risk [FILE] | pages [PEOPLE [MINUTES [FOLDER]]]"
                                + " | whatif [PEOPLE] | sweep [PEOPLE]");
                System.exit(1);
            }
        }
    }
}
