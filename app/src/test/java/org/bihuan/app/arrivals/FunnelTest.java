package org.bihuan.app.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bihuan.app.RunningServer;
import org.bihuan.app.accounts.Visitor;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.support.TransactionTemplate;

/** Law 9: every figure of the funnel is the length of the list behind it, for every reader. */
@Tag("database")
class FunnelTest {
    private static final Instant START = Instant.parse("2020-07-26T04:00:00Z");
    private static final List<String> DISTRICTS = List.of("210302000000", "210303000000", "210304000000");

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true",
            "--bihuan.clock.start=" + START,
            "--bihuan.clock.speed=0",
            "--bihuan.active-packs=anshan-2020");

    private static final long SEED = Long.getLong("bihuan.seed", System.nanoTime());

    @BeforeAll
    static void fill() {
        Random random = new Random(SEED);
        List<RawFact> facts = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            String division = DISTRICTS.get(random.nextInt(3));
            Instant at = START.minus(Duration.ofHours(random.nextInt(20 * 24) - 40));
            Instant declared = at.minus(Duration.ofHours(random.nextInt(80)));
            if (random.nextInt(3) > 0 && !declared.isAfter(START)) {
                facts.add(fact(
                        i,
                        "pre-declaration",
                        division,
                        declared,
                        Map.of(
                                "appDeclaredAt", declared.toString(),
                                "expectedAt", at.toString(),
                                "destination", division)));
            }
            if (random.nextInt(5) > 0 && !at.isAfter(START)) {
                Map<String, Object> arrival = new HashMap<>(
                        Map.of("arrivedAt", at.toString(), "registeredAt", at.toString(), "destination", division));
                if (random.nextInt(6) > 0) {
                    arrival.put("origin", "210211000000");
                    arrival.put("originRisk", random.nextBoolean() ? "medium" : "low");
                }
                facts.add(fact(i, "arrival", division, at, arrival));
            }
            Instant later = at.plus(Duration.ofHours(random.nextInt(48)));
            if (random.nextBoolean() && !later.isAfter(START)) {
                facts.add(fact(
                        i,
                        "test",
                        division,
                        later,
                        Map.of(
                                "sampledAt", later.toString(),
                                "reportedAt", later.toString(),
                                "result", "negative",
                                "kind", "nucleic-acid",
                                "owner", "self")));
            }
            if (random.nextInt(3) == 0 && !later.isAfter(START)) {
                facts.add(fact(
                        i,
                        "journey-handover",
                        division,
                        later,
                        random.nextBoolean()
                                ? Map.of("sentAt", later.toString(), "destination", division)
                                : Map.of(
                                        "sentAt",
                                        later.toString(),
                                        "destination",
                                        division,
                                        "receivedAt",
                                        later.toString(),
                                        "by",
                                        "赵六")));
            }
        }
        List<Append> answers =
                SERVER.bean(Facts.class).append(facts, SERVER.bean(Rules.class).reader(), START);
        assertThat(answers).as("seed %d", SEED).allMatch(each -> each instanceof Append.Recorded);
        new Checkpoint(SERVER).settle();
    }

    private static RawFact fact(int person, String kind, String division, Instant at, Map<String, Object> payload) {
        return new RawFact(
                "funnel",
                person + "/" + kind,
                kind,
                1,
                at.toString(),
                at.toString(),
                0,
                0,
                null,
                List.of(new FactSubject("person", new SubjectId("person", "f" + person))),
                division,
                payload);
    }

    private static ArrivalQuery query(String division) {
        return ArrivalQuery.all(
                DivisionCode.of(division), START.minus(Duration.ofDays(30)), START.plus(Duration.ofDays(30)));
    }

    @Test
    void everyFigureIsTheLengthOfItsList() {
        Arrivals arrivals = SERVER.bean(Arrivals.class);
        for (String division : List.of("210300000000", DISTRICTS.get(0), DISTRICTS.get(1))) {
            ArrivalFunnel funnel = arrivals.funnel(query(division), START);
            assertThat(funnel.all())
                    .isEqualTo(
                            arrivals.list(query(division), START, null, 1_000).size());
            for (ArrivalStep step : ArrivalStep.values()) {
                for (ArrivalSide side : ArrivalSide.values()) {
                    List<ArrivalLine> list = arrivals.list(query(division).at(step, side), START, null, 1_000);
                    assertThat(funnel.count(step, side))
                            .as("%s %s in %s, seed %d", step, side, division, SEED)
                            .isEqualTo(list.size());
                    assertThat(list)
                            .allMatch(each -> side == ArrivalSide.REACHED
                                    ? each.reached().contains(step)
                                    : step == ArrivalStep.DECLARED
                                            || !each.reached().contains(step));
                }
            }
        }
        ArrivalFunnel city = arrivals.funnel(query("210300000000"), START);
        for (ArrivalStep step : ArrivalStep.values()) {
            assertThat(DISTRICTS.stream()
                            .mapToLong(
                                    each -> arrivals.funnel(query(each), START).count(step, ArrivalSide.REACHED))
                            .sum())
                    .isEqualTo(city.count(step, ArrivalSide.REACHED));
        }
        assertThat(city.count(ArrivalStep.ARRIVED, ArrivalSide.LOST)).isPositive();
        assertThat(city.count(ArrivalStep.CLASSED, ArrivalSide.LOST)).isPositive();
        assertThat(city.count(ArrivalStep.RELEASED, ArrivalSide.REACHED)).isPositive();
        assertThat(city.count(ArrivalStep.HANDED_OVER, ArrivalSide.WAITING)).isPositive();
    }

    @Test
    void pagesOfAListMeetWithoutGapOrOverlap() {
        Arrivals arrivals = SERVER.bean(Arrivals.class);
        List<ArrivalLine> whole = arrivals.list(query("210300000000"), START, null, 1_000);
        List<ArrivalLine> paged = new ArrayList<>();
        ArrivalCursor last = null;
        for (List<ArrivalLine> page = arrivals.list(query("210300000000"), START, last, 7);
                !page.isEmpty();
                page = arrivals.list(query("210300000000"), START, last, 7)) {
            paged.addAll(page);
            last = ArrivalCursor.after(page.getLast());
        }
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void aDistrictSeesItsOwnOnThePageAndNothingOfOthers() {
        Visitor district = Visitor.as(SERVER, "district-headquarters", DISTRICTS.get(0));
        ArrivalFunnel own = SERVER.bean(Arrivals.class).funnel(query(DISTRICTS.get(0)), START);
        String page = district.get("/arrivals?from=2020-06-26&until=2020-08-24").body();
        assertThat(page).contains("共" + own.all() + "人次");
        String other = district.get("/arrivals?in=" + DISTRICTS.get(1) + "&from=2020-06-26&until=2020-08-24")
                .body();
        assertThat(other).as("another district's is not told").contains("共" + own.all() + "人次");
        String list = district.get("/arrivals/list?from=2020-06-26&until=2020-08-24&step=arrived&side=reached")
                .body();
        assertThat(list).contains("<small>" + own.count(ArrivalStep.ARRIVED, ArrivalSide.REACHED) + " ·");
        Visitor leader = Visitor.as(SERVER, "leader", DISTRICTS.get(0));
        assertThat(leader.get("/arrivals?from=2020-06-26&until=2020-08-24").body())
                .contains("共" + own.all() + "人次")
                .doesNotContain("/arrivals/list");
        assertThat(leader.get("/arrivals/list").statusCode()).isEqualTo(403);
    }

    @Test
    void itIsMadeAnewFromTheRecord() {
        Arrivals arrivals = SERVER.bean(Arrivals.class);
        List<ArrivalLine> before = arrivals.list(query("210300000000"), START, null, 1_000);
        JourneyStore store = SERVER.bean(JourneyStore.class);
        SERVER.bean(TransactionTemplate.class)
                .executeWithoutResult(status ->
                        store.replace(before.stream().map(ArrivalLine::subject).toList(), List.of()));
        assertThat(arrivals.list(query("210300000000"), START, null, 1_000)).isEmpty();
        SERVER.bean(Duties.class).orderActivated(List.of()); // has everybody judged again
        new Checkpoint(SERVER).settle();
        assertThat(arrivals.list(query("210300000000"), START, null, 1_000)).isEqualTo(before);
    }
}
