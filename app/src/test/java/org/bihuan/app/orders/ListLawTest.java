package org.bihuan.app.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.ListChanges;
import org.bihuan.app.duties.Machine;
import org.bihuan.app.risk.Publication;
import org.bihuan.app.risk.RiskLists;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.bihuan.policy.level.WrittenLists;
import org.bihuan.policy.population.Population;
import org.bihuan.policy.scenario.Scenarios;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of lists, arrivals and corrections: at every step everybody stands as a slow and obvious twin says, who
 * remembers for each person by which edition they were judged first, moves all of them when one is carried through, and
 * looks levels up afresh in lists written with codes.
 */
@Tag("database")
@SuppressWarnings("NullAway") // what a query of a test returns is never null
class ListLawTest {
    private static final Instant NOW = Instant.parse("2020-07-27T04:00:00Z"); // the order is in force;
    private static final Map<String, String> NAMES = new LinkedHashMap<>(Map.of(
            "210202000000", "辽宁省,大连市,中山区,",
            "210203000000", "辽宁省,大连市,西岗区,",
            "210211000000", "辽宁省,大连市,甘井子区,",
            "210200000000", "辽宁省,大连市,,",
            "110106000000", "北京市,北京市,丰台区,"));
    private static final List<String> CODES = NAMES.keySet().stream().sorted().toList();

    @RegisterExtension
    final Machine machine = new Machine("anshan-2020");

    private final List<WrittenLists> editions = new ArrayList<>(List.of(new WrittenLists(List.of())));
    private final Map<WrittenLists.Written, Publication> standing = new LinkedHashMap<>();
    private final Map<String, RawFact> arrivals = new LinkedHashMap<>();
    private final Map<String, List<RawFact>> facts = new LinkedHashMap<>();
    private final Map<String, Integer> pinned = new HashMap<>();
    private int approved;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everybodyStandsAsTheTwinSays(long byDefault) {
        long seed = Long.getLong("bihuan.seed", byDefault);
        System.out.println("lists: replay with -Dbihuan.seed=" + seed);
        Random random = new Random(seed);
        machine.at(NOW);
        machine.settle();
        for (int step = 0; step < 70; step++) {
            switch (random.nextInt(10)) {
                case 0, 1 -> takeList(random);
                case 2 -> withdraw(random);
                case 3, 4 -> arrive(random);
                case 5 -> correct(random);
                case 6, 7, 8 -> approve();
                default -> machine.at(machine.now().plus(Duration.ofMinutes(1 + random.nextInt(600))));
            }
            machine.settle();
            facts.keySet().forEach(person -> pinned.putIfAbsent(person, editions.size() - 1));
            Map<String, String> before = twin();
            work();
            machine.settle();
            Map<String, String> after = twin();
            assertThat(after)
                    .as("seed %s step %s: the machine alone moves nobody", seed, step)
                    .isEqualTo(before);
            assertThat(stored()).as("seed %s step %s", seed, step).isEqualTo(after);
        }
        assertThat(machine.bean(Proposals.class).list(200))
                .as("seed %s: nothing failed, and some was carried through by approval", seed)
                .noneMatch(each -> each.state() == Proposal.State.FAILED || each.state() == Proposal.State.STOPPED);
        assertThat(approved)
                .as(
                        "seed %s: approved of %s",
                        seed, machine.bean(Proposals.class).list(200))
                .isPositive();
        Map<String, String> live = stored();
        machine.duties().rebuild();
        machine.settle();
        assertThat(stored()).as("seed %s, worked out anew", seed).isEqualTo(live);
    }

    private void takeList(Random random) {
        Instant from = machine.now()
                .truncatedTo(java.time.temporal.ChronoUnit.MINUTES)
                .plus(Duration.ofMinutes(random.nextInt(6 * 24 * 60) - 5L * 24 * 60));
        if (standing.keySet().stream().anyMatch(each -> each.from().equals(from))) {
            return;
        }
        List<WrittenLists.Line> lines = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (String level : List.of("high", "medium")) {
            for (String code : CODES) {
                if (random.nextInt(4) == 0
                        && lines.stream().noneMatch(each -> each.place().equals(DivisionCode.of(code)))) {
                    lines.add(new WrittenLists.Line(level, DivisionCode.of(code)));
                    rows.add(level + "," + NAMES.get(code));
                }
            }
        }
        if (!rows.isEmpty()) {
            Publication taken = TestLists.take(machine, from, rows.toArray(String[]::new));
            standing.put(new WrittenLists.Written("national", "county-2020", from, "low", lines), taken);
            editions.add(new WrittenLists(List.copyOf(standing.keySet())));
        }
    }

    private void withdraw(Random random) {
        if (!standing.isEmpty()) {
            WrittenLists.Written one = List.copyOf(standing.keySet()).get(random.nextInt(standing.size()));
            Publication publication = standing.remove(one);
            Asking.asMachine(
                    () -> machine.bean(RiskLists.class).withdraw(publication.id(), "印错", machine.now(), "desk"));
            editions.add(new WrittenLists(List.copyOf(standing.keySet())));
        }
    }

    private void arrive(Random random) {
        String person = "p" + facts.size();
        Instant arrived = machine.now().minus(Duration.ofMinutes(random.nextInt(8 * 24 * 60)));
        RawFact fact = Machine.fact("arrival-" + person, "arrival", subject(person), payload(random, arrived));
        machine.append(fact);
        arrivals.put(person, fact);
        facts.put(person, new ArrayList<>(List.of(fact)));
    }

    private void correct(Random random) {
        if (facts.isEmpty()) {
            return;
        }
        String person = List.copyOf(facts.keySet()).get(random.nextInt(facts.size()));
        RawFact first = arrivals.get(person);
        Instant arrived = Instant.parse(String.valueOf(first.payload().get("arrivedAt")));
        RawFact fact = new RawFact(
                "test",
                "correction-" + person + "-" + facts.get(person).size(),
                "arrival",
                1,
                null,
                null,
                facts.get(person).size(),
                0,
                first.key(),
                first.subjects(),
                null,
                payload(random, arrived));
        machine.append(fact);
        facts.get(person).add(fact);
    }

    private static Map<String, Object> payload(Random random, Instant arrived) {
        Map<String, Object> payload = new HashMap<>(Map.of(
                "arrivedAt",
                arrived.toString(),
                "registeredAt",
                arrived.toString(),
                "origin",
                CODES.get(random.nextInt(CODES.size())),
                "destination",
                "210302000000"));
        if (random.nextBoolean()) {
            payload.put("originRisk", List.of("high", "medium", "low").get(random.nextInt(3)));
        }
        return payload;
    }

    /** Approves what waits, as often as it has to be previewed for that. */
    private void approve() {
        work();
        Proposals proposals = machine.bean(Proposals.class);
        for (int attempt = 0; attempt < 3; attempt++) {
            Proposal shown = proposals.list(200).stream()
                    .filter(each -> each.state() == Proposal.State.PREVIEWED)
                    .findFirst()
                    .orElse(null);
            if (shown == null) {
                return;
            }
            try {
                proposals.approve(shown.id(), shown.previewHash(), "li");
                if (shown.approvalsNeeded() == 2) {
                    proposals.approve(shown.id(), shown.previewHash(), "zhao");
                }
                work();
                work();
                assertThat(proposals.find(shown.id()).orElseThrow().state()).isEqualTo(Proposal.State.DONE);
                approved++;
                return;
            } catch (OrderRefused e) {
                System.out.println("refused: " + e.getMessage());
                proposals.previewAgain(shown.id());
                work();
            }
        }
    }

    private void work() {
        Asking.asMachine(() -> machine.bean(OrdersWork.class).run());
    }

    private static SubjectId subject(String person) {
        return new SubjectId("person", person);
    }

    /** Measures of everybody by the twin. */
    private Map<String, String> twin() {
        long carried = machine.bean(ListChanges.class).carried();
        Rules rules = machine.bean(Rules.class);
        Map<String, String> lines = new LinkedHashMap<>();
        facts.forEach((person, raw) -> {
            int edition = (int) Math.max(pinned.getOrDefault(person, editions.size() - 1), carried);
            List<PackPolicy> policies = rules.current(machine.now()).stream()
                    .map(each -> each.withLevels(editions.get(edition).known()))
                    .toList();
            List<Fact> read = raw.stream()
                    .map(each -> rules.reader().read(each, machine.now()).fact())
                    .toList();
            for (Decision each : Population.decide(read, policies, machine.now(), Scenarios.HORIZON)) {
                lines.put(
                        person,
                        each.now().measures().stream()
                                .map(measure -> measure.kind() + " " + measure.from() + " " + measure.until())
                                .sorted()
                                .toList()
                                .toString());
            }
        });
        return lines;
    }

    private Map<String, String> stored() {
        Map<String, String> lines = new LinkedHashMap<>();
        facts.keySet()
                .forEach(person -> lines.put(
                        person,
                        machine
                                .database()
                                .jdbcOfOwner()
                                .sql("""
                                        select kind, lawful_from, lawful_until from duties.measure
                                         where subject = :subject and starts_at <= :now and (ends_at is null or ends_at > :now)
                                        """)
                                .param("subject", "person:" + person)
                                .param("now", machine.now().atOffset(java.time.ZoneOffset.UTC))
                                .query((row, number) -> row.getString(1) + " "
                                        + row.getTimestamp(2).toInstant() + " "
                                        + row.getTimestamp(3).toInstant())
                                .list()
                                .stream()
                                .sorted()
                                .toList()
                                .toString()));
        return lines;
    }
}
