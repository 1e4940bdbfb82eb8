package org.bihuan.bench.whatif;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Judge;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.decide.Pins;
import org.bihuan.policy.decide.Reason;
import org.bihuan.policy.decide.WhatIf;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FactReader;
import org.bihuan.policy.format.LoadedPack;
import org.bihuan.policy.format.PackFiles;
import org.bihuan.policy.format.PackReader;
import org.bihuan.policy.format.RawFact;
import org.bihuan.policy.format.SharedFiles;
import org.bihuan.policy.pack.ParameterSetting;
import org.bihuan.policy.pack.ParameterValue;
import org.bihuan.policy.scenario.Scenarios;

/**
 * {@code bench whatif [PEOPLE]}: the Anshan order with 14 days against itself with 10 days and a certificate of 3, over
 * made-up arrivals. The answers of a sample are first compared with decisions made one by one.
 */
public final class WhatIfBenchmark {
    private static final Instant NOW = Instant.parse("2020-07-28T04:00:00Z");
    private static final int DISTINCT = 100_000;
    private static final int ROUNDS = 7;

    private WhatIfBenchmark() {}

    /** Exit 1 when an answer differs. */
    public static void main(String[] args) {
        int people = args.length == 0 ? 10_000_000 : Integer.parseInt(args[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path packs = Path.of(System.getProperty("bihuan.home", ".")).resolve("packs");
        SharedFiles shared = SharedFiles.ofFolder(packs);
        LoadedPack pack = PackReader.read(PackFiles.ofFolder(packs.resolve("anshan-2020")), shared);
        PackPolicy before = PackPolicy.of(pack.pack(), List.of(), "1");
        PackPolicy after = PackPolicy.of(
                pack.pack(), List.of(set("central-isolation-days", 10), set("certificate-validity-days", 3)), "2");
        WhatIf whatIf = new WhatIf(before, after, NOW);
        FactReader reader = new FactReader(pack.catalogue(), Divisions.load()::exists);
        Random random = new Random(7);
        Map<String, Long> expected = new TreeMap<>();
        int distinct = Math.min(people, DISTINCT);
        long began = System.nanoTime();
        double decided = 0;
        for (int i = 0; i < distinct; i++) {
            Dossier dossier = person(i, random, reader);
            whatIf.add(dossier);
            long one = System.nanoTime();
            expected.merge(rows(dossier, before) + " -> " + rows(dossier, after), 1L, Long::sum);
            decided += seconds(one);
        }
        double loaded = seconds(began) - decided;
        Map<String, Long> columns = new TreeMap<>();
        whatIf.run(2)
                .forEach(count -> columns.merge(
                        count.before().rows() + " -> " + count.after().rows(), count.people(), Long::sum));
        boolean equal = columns.equals(expected);
        out.printf(
                Locale.ROOT,
                "%,d people decided one by one, twice each: %.1f s; the columns say %s%n",
                distinct,
                decided,
                equal ? "the same" : "SOMETHING ELSE");
        whatIf.repeat(people / distinct);
        out.printf(Locale.ROOT, "read into columns %,10.0f people/s (one thread)%n", distinct / loaded);
        for (int threads : new int[] {1, Runtime.getRuntime().availableProcessors()}) {
            double[] times = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                whatIf.run(threads);
                times[round] = seconds(start);
            }
            java.util.Arrays.sort(times);
            out.printf(
                    Locale.ROOT,
                    "%,d people asked by both versions, %d thread(s): median %.3f s, slowest %.3f s%n",
                    whatIf.size(),
                    threads,
                    times[ROUNDS / 2],
                    times[ROUNDS - 1]);
        }
        System.exit(equal ? 0 : 1);
    }

    private static ParameterSetting set(String parameter, long value) {
        return new ParameterSetting(parameter, null, new ParameterValue.Whole(value), NOW);
    }

    private static List<String> rows(Dossier dossier, PackPolicy policy) {
        Decision decision = Judge.decide(dossier, List.of(policy), Pins.none(), NOW, Scenarios.HORIZON);
        List<String> rows = new ArrayList<>();
        for (Reason reason : decision.reasons()) {
            rows.add(reason.table() + "/" + reason.row());
        }
        return rows;
    }

    private static Dossier person(int number, Random random, FactReader reader) {
        SubjectId person = new SubjectId("person", "P" + number);
        Instant arrived = NOW.minus(Duration.ofMinutes(random.nextInt(13 * 24 * 60)));
        Instant registered = arrived.plus(Duration.ofMinutes(random.nextInt(16 * 24 * 60)));
        Map<String, Object> arrival = new LinkedHashMap<>();
        arrival.put("arrivedAt", arrived.toString());
        arrival.put("origin", random.nextInt(3) == 0 ? "110101000000" : "210202000000");
        arrival.put("originRisk", pick(random, "high", "medium", "low", "none"));
        arrival.put("code", pick(random, "green", "green", "yellow", "none"));
        arrival.put("destination", pick(random, "210302000000", "210303000000", "210381000000"));
        arrival.put("declaredAt", arrived.toString());
        arrival.put("registeredAt", (registered.isAfter(NOW) ? NOW : registered).toString());
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(person, "arrival", arrival, reader));
        if (random.nextBoolean()) {
            facts.add(fact(
                    person,
                    "test",
                    Map.of(
                            "sampledAt",
                            arrived.minus(Duration.ofMinutes(random.nextInt(9 * 24 * 60)))
                                    .toString(),
                            "result",
                            "negative",
                            "kind",
                            "nucleic-acid",
                            "owner",
                            "self"),
                    reader));
        }
        return Dossier.of(person, facts);
    }

    private static String pick(Random random, String... words) {
        return words[random.nextInt(words.length)];
    }

    private static Fact fact(SubjectId person, String kind, Map<String, Object> fields, FactReader reader) {
        RawFact raw = new RawFact(
                "bench",
                person.id() + kind,
                kind,
                1,
                null,
                null,
                0,
                0,
                null,
                List.of(new FactSubject("person", person)),
                null,
                fields);
        Fact fact = reader.read(raw, NOW).fact();
        if (fact == null) {
            throw new IllegalStateException("a made-up fact is good");
        }
        return fact;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
