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
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.bihuan.app.arrivals.ArrivalFunnel;
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
        Definition.Line line =
                new Definition.Line("x", new Wording("x", "x"), query.name(), with, true, false, "", null);
        List<List<Item>> found = new ArrayList<>();
        List<FigureSum> sums = new ArrayList<>();
        for (DivisionCode division : ASKING) {
            List<Item> own = new ArrayList<>();
            found.add(own);
            sums.add(new FigureSum(line, division, own::add));
        }
        FigureQuery.Ask ask = new FigureQuery.Ask(with, ASKING.getFirst(), SINCE, THEN);
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
