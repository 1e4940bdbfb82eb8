package org.bihuan.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.ShippedPacks;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterSetting;
import org.bihuan.policy.pack.ParameterValue;
import org.bihuan.policy.scenario.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The columns say of everybody what a decision says, one by one. */
class WhatIfTest {
    private static final Pack ANSHAN = ShippedPacks.get("anshan-2020").pack();

    private static PackPolicy policy(ParameterSetting... settings) {
        return PackPolicy.of(ANSHAN, List.of(settings), "test").withinJurisdiction();
    }

    private static ParameterSetting set(String parameter, String division, long value) {
        return new ParameterSetting(
                parameter,
                division.isEmpty() ? null : DivisionCode.of(division),
                new ParameterValue.Whole(value),
                RandomArrivals.NOW);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyAnswerIsThatOfADecision(long seed) {
        RandomArrivals random = new RandomArrivals(seed);
        PackPolicy before = policy();
        PackPolicy after = policy(
                set("central-isolation-days", "", 3 + seed),
                set("certificate-validity-days", "210303000000", seed),
                set("home-observation-days", "210302000000", 7));
        WhatIf whatIf = new WhatIf(before, after, RandomArrivals.NOW);
        Map<String, Long> expected = new TreeMap<>();
        for (int i = 0; i < 600; i++) {
            Dossier dossier = random.person("p" + i);
            if (arrivals(dossier) > 1) {
                continue; // a decision names the rows of both arrivals, the columns each by itself
            }
            whatIf.add(dossier);
            expected.merge(rows(dossier, before) + " -> " + rows(dossier, after), 1L, Long::sum);
        }
        for (int threads : new int[] {1, 3}) {
            assertThat(people(whatIf.run(threads))).as("seed %d", seed).isEqualTo(expected);
        }
        assertThat(expected.keySet())
                .as("something changes")
                .anyMatch(key -> !key.substring(0, key.indexOf(" ->")).equals(key.substring(key.indexOf("-> ") + 3)));
    }

    /** The province's plan has two tables for an arrival; a decision answers by both, the columns by each. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void everyTableOfAnEpisodeIsAskedByItself(long seed) {
        Pack province = ShippedPacks.get("province-plan").pack();
        PackPolicy before = PackPolicy.of(province, List.of(set("certificate-validity-days", "", 9)), "test");
        PackPolicy after = PackPolicy.of(
                province,
                List.of(set("certificate-validity-days", "", 3), set("certificate-validity-days", "210302000000", 5)),
                "test");
        RandomArrivals random = new RandomArrivals(seed);
        WhatIf whatIf = new WhatIf(before, after, RandomArrivals.NOW);
        Map<String, Long> expected = new TreeMap<>();
        long people = 0;
        for (int i = 0; i < 400; i++) {
            Dossier dossier = random.person("p" + i);
            if (arrivals(dossier) > 1) {
                continue;
            }
            whatIf.add(dossier);
            people++;
            for (String table : List.of("arrival-class/", "declaration/")) {
                expected.merge(
                        only(table, rows(dossier, before)) + " -> " + only(table, rows(dossier, after)), 1L, Long::sum);
            }
        }
        assertThat(people(whatIf.run(2))).as("seed %d", seed).isEqualTo(expected);
        assertThat(whatIf.size()).isEqualTo(people);
        assertThat(expected.keySet())
                .anyMatch(key -> key.matches("\\[arrival-class/(.*)\\] -> \\[arrival-class/(?!\\1\\]).*"));
    }

    private static List<String> only(String table, List<String> rows) {
        return rows.stream().filter(row -> row.startsWith(table)).toList();
    }

    private static long arrivals(Dossier dossier) {
        return dossier.facts().stream()
                .filter(fact -> fact.kind().equals("arrival"))
                .count();
    }

    private static List<String> rows(Dossier dossier, PackPolicy policy) {
        Decision decision = Judge.decide(dossier, List.of(policy), Pins.none(), RandomArrivals.NOW, Scenarios.HORIZON);
        List<String> rows = new ArrayList<>();
        for (Reason reason : decision.reasons()) {
            rows.add(reason.table() + "/" + reason.row());
        }
        return rows;
    }

    private static Map<String, Long> people(List<WhatIf.Count> counts) {
        Map<String, Long> people = new TreeMap<>();
        for (WhatIf.Count count : counts) {
            people.merge(text(count.before()) + " -> " + text(count.after()), count.people(), Long::sum);
        }
        return people;
    }

    private static List<String> text(WhatIf.Answer answer) {
        return switch (answer.state()) {
            case JUDGED -> answer.rows();
            case RECORDED -> List.of("manifest/facts-since");
            case NONE, UNANCHORED -> List.of();
        };
    }

    @Test
    void manyTimesTheSamePeopleIsSoManyTimesTheAnswer() {
        RandomArrivals random = new RandomArrivals(9);
        WhatIf once = new WhatIf(policy(), policy(set("central-isolation-days", "", 5)), RandomArrivals.NOW);
        for (int i = 0; i < 100; i++) {
            once.add(random.person("p" + i));
        }
        Map<String, Long> before = people(once.run(2));
        once.repeat(1_000);
        before.replaceAll((key, count) -> count * 1_000);
        assertThat(people(once.run(2))).isEqualTo(before);
    }
}
