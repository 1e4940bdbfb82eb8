package org.bihuan.bench.judge;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import org.bihuan.city.City;
import org.bihuan.city.CitySettings;
import org.bihuan.city.Scenario;
import org.bihuan.city.TravellerCsv;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Judge;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.decide.Pins;
import org.bihuan.policy.decide.Reason;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FactReader;
import org.bihuan.policy.format.Ledger;
import org.bihuan.policy.format.LedgerFacts;
import org.bihuan.policy.format.LoadedPack;
import org.bihuan.policy.format.PackFiles;
import org.bihuan.policy.format.PackReader;
import org.bihuan.policy.format.SharedFiles;
import org.bihuan.policy.pack.TableUse;
import org.bihuan.policy.scenario.Scenarios;

/**
 * {@code bench judge [PEOPLE]}: people judged a second, from their facts to a whole decision with timeline, duties and
 * reasons; beside it Apache KIE, which only answers the table, on the same people, every outcome compared.
 */
public final class JudgeBenchmark {
    private static final int ROUNDS = 7;
    private static final int KIE_PEOPLE = 5_000;
    private static final Instant NOW = Instant.parse("2020-07-28T04:00:00Z");

    private final LoadedPack pack;
    private final PackPolicy policy;
    private final List<Dossier> dossiers;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private JudgeBenchmark(LoadedPack pack, List<Dossier> dossiers) {
        this.pack = pack;
        this.policy = PackPolicy.of(pack.pack(), List.of(), "bench");
        this.dossiers = dossiers;
    }

    /** Exit 1 when an answer differs. */
    public static void main(String[] args) throws IOException {
        int people = args.length == 0 ? 100_000 : Integer.parseInt(args[0]);
        Path packs = Path.of(System.getProperty("bihuan.home", ".")).resolve("packs");
        SharedFiles shared = SharedFiles.ofFolder(packs);
        LoadedPack pack = PackReader.read(PackFiles.ofFolder(packs.resolve("anshan-2020")), shared);
        JudgeBenchmark benchmark = new JudgeBenchmark(pack, dossiers(pack, shared, people));
        System.exit(benchmark.run(Files.readAllBytes(packs.resolve("anshan-2020/tables/arrival-class.dmn"))) ? 0 : 1);
    }

    private static List<Dossier> dossiers(LoadedPack pack, SharedFiles shared, int people) {
        City city = City.of(
                new CitySettings(
                        Math.max(people * 20, 20_000),
                        7,
                        DivisionCode.of("210300000000"),
                        LocalDate.of(2020, 7, 14),
                        LocalDate.of(2020, 8, 10)),
                Scenario.builtIn("anshan-2020"));
        TravellerCsv writer = new TravellerCsv(pack.pack().manifest().zone());
        StringBuilder csv = new StringBuilder(writer.header()).append('\n');
        int travellers = Math.min(people, city.travellerCount());
        for (int number = 0; number < travellers; number++) {
            writer.rows(city.traveller(number)).forEach(row -> csv.append(row).append('\n'));
        }
        FactReader reader = new FactReader(pack.catalogue(), Divisions.load()::exists);
        LedgerFacts ledgerFacts = new LedgerFacts(shared.columns(), pack.catalogue(), reader, "bench");
        Ledger ledger = new Ledger(new StringReader(csv.toString()), shared.columns());
        Map<String, List<Fact>> facts = new LinkedHashMap<>();
        while (ledger.hasNext()) {
            Ledger.Row row = ledger.next();
            facts.computeIfAbsent(row.cell("person"), id -> new ArrayList<>())
                    .addAll(ledgerFacts.read(row, NOW).facts());
        }
        List<Dossier> dossiers = new ArrayList<>();
        facts.forEach((person, own) -> dossiers.add(Dossier.of(new SubjectId("person", person), own)));
        return dossiers;
    }

    private boolean run(byte[] table) {
        out.printf(
                Locale.ROOT,
                "%,d travellers, pack %s%n",
                dossiers.size(),
                pack.pack().id());
        print("judge, one thread", dossiers.size(), median(() -> judge(false)));
        print("judge, all cores", dossiers.size(), median(() -> judge(true)));
        TableUse use = pack.pack().tables().getFirst();
        KieArrivals kie = new KieArrivals(pack.pack(), use, table);
        List<Reason> reasons = new ArrayList<>();
        for (Dossier dossier : dossiers.subList(0, Math.min(KIE_PEOPLE, dossiers.size()))) {
            decide(dossier).reasons().stream()
                    .filter(reason -> reason.table().equals(use.key()))
                    .forEach(reasons::add);
        }
        long differences = reasons.stream()
                .filter(reason -> !kie.outcome(reason.inputs()).equals(reason.outcome()))
                .count();
        double seconds = median(() -> {
            int length = 0;
            for (Reason reason : reasons) {
                length += kie.outcome(reason.inputs()).length();
            }
            return length;
        });
        print("Apache KIE, the table only", reasons.size(), seconds);
        out.printf(Locale.ROOT, "%,d outcomes compared with Apache KIE, %d differ%n", reasons.size(), differences);
        return differences == 0;
    }

    private Decision decide(Dossier dossier) {
        return Judge.decide(dossier, List.of(policy), Pins.none(), NOW, Scenarios.HORIZON);
    }

    private int judge(boolean parallel) {
        var all = parallel ? dossiers.parallelStream() : dossiers.stream();
        return all.mapToInt(dossier -> decide(dossier).duties().size()).sum();
    }

    private void print(String what, int count, double seconds) {
        out.printf(Locale.ROOT, "%-28s %,12.0f people/s (median of %d)%n", what, count / seconds, ROUNDS);
    }

    /** Median seconds of a round, after two to warm up. */
    private static double median(IntSupplier round) {
        double[] seconds = new double[ROUNDS];
        for (int i = -2; i < ROUNDS; i++) {
            long start = System.nanoTime();
            int sum = round.getAsInt();
            double passed = (System.nanoTime() - start) / 1e9;
            if (i >= 0) {
                seconds[i] = sum < 0 ? Double.NaN : passed;
            }
        }
        Arrays.sort(seconds);
        return seconds[ROUNDS / 2];
    }
}
