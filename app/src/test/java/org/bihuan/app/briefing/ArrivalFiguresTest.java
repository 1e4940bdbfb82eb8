package org.bihuan.app.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.bihuan.app.arrivals.ArrivalFunnel;
import org.bihuan.app.arrivals.ArrivalLine;
import org.bihuan.app.arrivals.ArrivalQuery;
import org.bihuan.app.arrivals.ArrivalSide;
import org.bihuan.app.arrivals.ArrivalStep;
import org.bihuan.app.arrivals.Arrivals;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.briefing.domain.Definition;
import org.bihuan.app.briefing.domain.Item;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.bihuan.policy.pack.Wording;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.support.TransactionTemplate;

/** The briefing's arrivals are the funnel's: over a history in which counting facts by themselves says something else. */
@Tag("database")
class ArrivalFiguresTest {
    private static final Instant THEN = Instant.parse("2020-07-26T23:30:00Z");
    private static final Instant SINCE = THEN.minus(Duration.ofDays(1));
    private static final List<DivisionCode> ASKING =
            List.of(DivisionCode.of("210300000000"), DivisionCode.of("210302000000"), DivisionCode.of("210303000000"));

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=2020-07-27T01:00:00Z",
            "--bihuan.clock.speed=0",
            "--bihuan.active-packs=anshan-2020");

    @Test
    void theFiguresAreTheFunnelsAndTheOldOnesWereNot() throws InterruptedException {
        // declared long before, arrived within the day, seen at the landing point only
        record(
                "one",
                "pre-declaration",
                Map.of(
                        "appDeclaredAt",
                        "2020-07-23T08:00:00Z",
                        "expectedAt",
                        "2020-07-26T04:00:00Z",
                        "origin",
                        "210202000000",
                        "destination",
                        "210302000000"));
        record("one", "landing", Map.of("arrivedAt", "2020-07-26T04:10:00Z", "destination", "210302000000"));
        // told twice, tested within the day
        arrival("two", "2020-07-26T06:00:00Z", "210303000000");
        record(
                "two",
                "arrival",
                "again",
                Map.of("arrivedAt", "2020-07-26T06:20:00Z", "origin", "210202000000", "destination", "210303000000"));
        record("two", "test", Map.of("sampledAt", "2020-07-26T08:00:00Z", "result", "negative"));
        // declared within the day for another week
        record(
                "three",
                "pre-declaration",
                Map.of(
                        "appDeclaredAt",
                        "2020-07-26T08:00:00Z",
                        "expectedAt",
                        "2020-08-02T04:00:00Z",
                        "origin",
                        "210202000000",
                        "destination",
                        "210302000000"));
        // arrived within the day, tested after the cut-off
        arrival("four", "2020-07-26T22:00:00Z", "210302000000");
        record("four", "test", Map.of("sampledAt", "2020-07-27T00:30:00Z", "result", "negative"));
        // before and after
        arrival("five", "2020-07-25T22:00:00Z", "210302000000");
        arrival("six", "2020-07-26T23:40:00Z", "210302000000");
        settle();
        Map<ArrivalStep, List<List<Item>>> found = new LinkedHashMap<>();
        for (ArrivalStep step : ArrivalStep.values()) {
            found.put(step, ask(SERVER.bean(ArrivalFigures.class), Map.of("step", step.key())));
        }
        for (int i = 0; i < ASKING.size(); i++) {
            DivisionCode division = ASKING.get(i);
            ArrivalFunnel funnel = Asking.asMachine(
                    () -> SERVER.bean(Arrivals.class).funnel(ArrivalQuery.all(division, SINCE, THEN), THEN));
            for (ArrivalStep step : ArrivalStep.values()) {
                assertThat(found.getOrDefault(step, List.of()).get(i))
                        .as("%s of %s", step, division)
                        .hasSize((int) funnel.count(step, ArrivalSide.REACHED));
            }
        }
        assertThat(refs(found, ArrivalStep.ARRIVED))
                .containsExactlyInAnyOrder("person:one", "person:two", "person:four");
        assertThat(refs(found, ArrivalStep.DECLARED)).containsExactly("person:one");
        assertThat(refs(found, ArrivalStep.TESTED)).as("by the cut-off").containsExactly("person:two");
        assertThat(ask(SERVER.bean(HappenedFacts.class), Map.of("kind", "pre-declaration"))
                        .getFirst())
                .as("facts by themselves say another figure")
                .extracting(Item::ref)
                .containsExactly("person:three");
        assertThat(ask(SERVER.bean(HappenedFacts.class), Map.of("kind", "arrival"))
                        .getFirst())
                .extracting(Item::ref)
                .doesNotContain("person:one");
    }

    /** Figures of part of those who arrived count the funnel's people, however often and late something was said of them. */
    @Test
    void aPartOfThoseWhoArrivedIsAPartOfTheFunnelsPeople() throws InterruptedException {
        Instant then = Instant.parse("2020-07-20T23:30:00Z");
        Instant since = then.minus(Duration.ofDays(7));
        long seed = Long.getLong("bihuan.seed", System.nanoTime());
        System.out.println("ArrivalFiguresTest -Dbihuan.seed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            String person = "r" + i;
            Instant at = since.plusSeconds(60L * random.nextInt(7 * 24 * 60 + 600) - 18_000);
            String to = random.nextBoolean() ? "210302000000" : "210303000000";
            arrival(person, at.toString(), to);
            if (random.nextInt(3) == 0) { // the same arrival in a ledger
                record(
                        person,
                        "arrival",
                        "again",
                        Map.of("arrivedAt", at.plusSeconds(600).toString(), "destination", to));
            }
            if (random.nextInt(3) == 0) { // another one, days later
                arrival(person, at.plus(Duration.ofDays(3)).toString(), to);
            }
            for (String kind : List.of("admission", "test")) {
                for (int n = random.nextInt(3); n > 0; n--) {
                    Instant when = at.plusSeconds(3_600L * (random.nextInt(120) - 10));
                    record(person, kind, Map.of(kind.equals("test") ? "sampledAt" : "admittedAt", when.toString()));
                }
            }
        }
        settle();
        List<List<Item>> arrived = ask(SERVER.bean(ArrivalFigures.class), Map.of("step", "arrived"), since, then);
        List<List<Item>> tested = ask(SERVER.bean(ArrivalFigures.class), Map.of("step", "tested"), since, then);
        List<List<Item>> untested = ask(
                SERVER.bean(ArrivalFigures.class),
                Map.of("step", "arrived", "days", "7", "lacks", "tested"),
                since,
                then);
        List<List<Item>> admitted =
                ask(SERVER.bean(ArrivalFigures.class), Map.of("step", "arrived", "with", "admission"), since, then);
        for (int i = 0; i < ASKING.size(); i++) {
            assertThat(untested.get(i).size() + tested.get(i).size())
                    .isEqualTo(arrived.get(i).size());
            assertThat(arrived.get(i))
                    .extracting(Item::ref)
                    .doesNotHaveDuplicates()
                    .containsAll(refs(untested.get(i)));
            assertThat(people(admitted.get(i)))
                    .as("admitted in %s", ASKING.get(i))
                    .isNotEmpty()
                    .isEqualTo(slowly(ASKING.get(i), "admission", since, then));
        }
        assertThat(ask(SERVER.bean(HappenedFacts.class), Map.of("kind", "arrival", "with", "admission"), since, then)
                        .getFirst())
                .as("facts by themselves say another figure")
                .size()
                .isNotEqualTo(admitted.getFirst().size());
    }

    /** Every arrival of the funnel's list whose person has such a fact before their next arrival. */
    private static List<String> slowly(DivisionCode division, String kind, Instant since, Instant then) {
        List<ArrivalLine> arrived = Asking.asMachine(() -> SERVER.bean(Arrivals.class)
                .list(
                        ArrivalQuery.all(division, since, then).at(ArrivalStep.ARRIVED, ArrivalSide.REACHED),
                        then,
                        null,
                        1_000));
        Facts facts = SERVER.bean(Facts.class);
        List<String> found = new ArrayList<>();
        for (ArrivalLine line : arrived) {
            Instant next = arrived.stream()
                    .filter(each ->
                            each.subject().equals(line.subject()) && each.at().isAfter(line.at()))
                    .map(ArrivalLine::at)
                    .min(Instant::compareTo)
                    .orElse(then.plusSeconds(1));
            boolean any = Asking.asMachine(() -> facts.read(facts.groups(List.of(line.subject()))).values().stream()
                    .flatMap(own -> own.facts().stream())
                    .anyMatch(fact -> fact.kind().equals(kind)
                            && !fact.occurredAt().isBefore(line.at())
                            && fact.occurredAt().isBefore(next)
                            && !fact.occurredAt().isAfter(then)));
            if (any) {
                found.add(line.subject().toString());
            }
        }
        return found.stream().sorted().toList();
    }

    private static List<String> people(List<Item> items) {
        return items.stream()
                .map(item -> item.ref().replaceFirst("#.*", ""))
                .sorted()
                .toList();
    }

    private static List<String> refs(List<Item> items) {
        return items.stream().map(Item::ref).toList();
    }

    @Test
    void aStepThatThereIsNotIsSaidWhenTheDefinitionIsRead() {
        Definition wrong = DefinitionReader.read(
                "at: \"07:30\"\ntitle: {zh: 晨报, en: Briefing}\nsections:\n  - {zh: 甲, en: A, figures: [{key: a, zh: 甲, en: A,"
                        + " query: arrivals, with: {step: flown}}]}");
        assertThatThrownBy(() -> SERVER.bean(Figures.class).require(wrong))
                .hasMessageContaining("\"flown\" must be one of [declared, arrived");
    }

    private static List<String> refs(Map<ArrivalStep, List<List<Item>>> found, ArrivalStep step) {
        return found.getOrDefault(step, List.of()).getFirst().stream()
                .map(Item::ref)
                .toList();
    }

    private static List<List<Item>> ask(FigureQuery query, Map<String, String> with) {
        return ask(query, with, SINCE, THEN);
    }

    private static List<List<Item>> ask(FigureQuery query, Map<String, String> with, Instant since, Instant then) {
        Definition.Line line =
                new Definition.Line("x", new Wording("x", "x"), query.name(), with, true, false, "", null);
        List<List<Item>> found = new ArrayList<>();
        List<FigureSum> sums = new ArrayList<>();
        for (DivisionCode division : ASKING) {
            List<Item> own = new ArrayList<>();
            found.add(own);
            sums.add(new FigureSum(line, division, own::add));
        }
        FigureQuery.Ask ask = new FigureQuery.Ask(with, ASKING.getFirst(), since, then);
        Asking.asMachine(() -> SERVER.bean(TransactionTemplate.class).executeWithoutResult(_ -> query.ask(ask, sums)));
        return found;
    }

    private static void settle() throws InterruptedException {
        Instant now = SERVER.bean(Clock.class).instant();
        for (int i = 0; SERVER.bean(Duties.class).lag(now).marks() > 0; i++) {
            assertThat(i).isLessThan(1_000);
            Thread.sleep(10);
        }
    }

    private static void arrival(String person, String at, String to) {
        record(
                person,
                "arrival",
                Map.of(
                        "arrivedAt",
                        at,
                        "registeredAt",
                        at,
                        "origin",
                        "210202000000",
                        "originRisk",
                        "low",
                        "destination",
                        to));
    }

    private static void record(String person, String kind, Map<String, Object> fields) {
        record(person, kind, UUID.randomUUID().toString(), fields);
    }

    private static void record(String person, String kind, String key, Map<String, Object> fields) {
        Object to = fields.getOrDefault("destination", "210302000000");
        RawFact raw = new RawFact(
                "figures",
                person + "/" + key,
                kind,
                1,
                (String) fields.get("appDeclaredAt"),
                null,
                0,
                0,
                null,
                List.of(new FactSubject("person", new SubjectId("person", person))),
                to.toString(),
                fields);
        Asking.asMachine(() -> SERVER.bean(Facts.class)
                        .append(
                                List.of(raw),
                                SERVER.bean(Rules.class).reader(),
                                SERVER.bean(Clock.class).instant()))
                .forEach(answer -> assertThat(answer).isInstanceOf(Append.Recorded.class));
    }
}
