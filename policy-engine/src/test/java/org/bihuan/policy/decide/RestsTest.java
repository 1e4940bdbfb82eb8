package org.bihuan.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.SubjectId;
import org.junit.jupiter.api.Test;

/** While a measure rests, the time of what it asks for stands still. */
class RestsTest {
    private static final Instant START = Instant.parse("2020-07-26T00:00:00Z");
    private static final String MEASURE = "central-isolation";

    private static Instant at(long minutes) {
        return START.plusSeconds(minutes * 60);
    }

    private static Suspension rest(String measure, long from, long until) {
        return new Suspension(measure, "G1", at(from), at(until), "li", "就医急需");
    }

    private static Rests rests(Suspension... all) {
        return new Rests(List.of(all));
    }

    @Test
    void aDutyGetsTheTimeBackThatItsMeasureRested() {
        Rests rests = rests(rest(MEASURE, 60, 120));
        assertThat(rests.due(Set.of(MEASURE), at(0), at(90)))
                .as("due while it rests")
                .isEqualTo(at(150));
        assertThat(rests.due(Set.of(MEASURE), at(0), at(300)))
                .as("due afterwards")
                .isEqualTo(at(360));
        assertThat(rests.due(Set.of(MEASURE), at(90), at(100)))
                .as("opens meanwhile")
                .isEqualTo(at(130));
        assertThat(rests.due(Set.of(MEASURE), at(0), at(60))).as("due before").isEqualTo(at(60));
        assertThat(rests.due(Set.of(MEASURE), at(120), at(130)))
                .as("opens after")
                .isEqualTo(at(130));
        assertThat(rests.due(Set.of("home-observation"), at(0), at(90)))
                .as("another measure's")
                .isEqualTo(at(90));
        assertThat(rests.due(Set.of(), at(0), at(90))).isEqualTo(at(90));
    }

    @Test
    void aTurnThatFallsDueMeanwhileIsWaivedAndNoOther() {
        Rests rests = rests(rest(MEASURE, 60, 120));
        assertThat(rests.turn(Set.of(MEASURE), at(60))).isNull();
        assertThat(rests.turn(Set.of(MEASURE), at(61))).isEqualTo(new Duty.Waiver(at(60), "li", "就医急需"));
        assertThat(rests.turn(Set.of(MEASURE), at(120))).isNotNull();
        assertThat(rests.turn(Set.of(MEASURE), at(121))).isNull();
        assertThat(rests.turn(Set.of("home-observation"), at(100))).isNull();
    }

    /** The obvious twin: minute by minute, a minute of rest takes nothing off what is left. */
    private static long slowly(List<Suspension> all, long opens, long due) {
        long left = due - opens;
        long minute = opens;
        while (left > 0) {
            Instant now = at(minute);
            boolean rests = all.stream().anyMatch(each -> each.measure().equals(MEASURE) && each.isAt(now));
            left -= rests ? 0 : 1;
            minute++;
        }
        return minute;
    }

    @Test
    void itIsWhatCountingMinutesGives() {
        long seed = Long.getLong("bihuan.seed", System.nanoTime());
        System.out.println("bihuan.seed=" + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            List<Suspension> all = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                long from = random.nextInt(100);
                all.add(rest(random.nextInt(4) == 0 ? "other" : MEASURE, from, from + 1 + random.nextInt(60)));
            }
            all.sort(java.util.Comparator.comparing(Suspension::from).thenComparing(Suspension::until));
            long opens = random.nextInt(120);
            long due = opens + 1 + random.nextInt(80);
            assertThat(new Rests(all).due(Set.of(MEASURE), at(opens), at(due)))
                    .as("round %d: %s, %d to %d", round, all, opens, due)
                    .isEqualTo(at(slowly(all, opens, due)));
        }
    }

    private static Fact fact(String kind, long minute, Map<String, FieldValue> fields) {
        return new Fact(
                FactId.of("test", kind + minute),
                kind,
                at(minute),
                at(minute),
                0,
                at(minute),
                0,
                null,
                List.of(new FactSubject("person", new SubjectId("person", "A"))),
                null,
                fields);
    }

    private static Map<String, FieldValue> granted(long until) {
        return Map.of(
                "suspendedAt",
                new FieldValue.Moment(at(60)),
                "measure",
                new FieldValue.Text(MEASURE),
                "number",
                new FieldValue.Text("G1"),
                "until",
                new FieldValue.Moment(at(until)));
    }

    private static Map<String, FieldValue> ended(long at, String number) {
        return Map.of("endedAt", new FieldValue.Moment(at(at)), "number", new FieldValue.Text(number));
    }

    @Test
    void itEndsAtItsTimeOrWhenItIsEndedBefore() {
        Fact granted = fact(Suspension.GRANTED, 60, granted(200));
        assertThat(Suspension.of(List.of(granted)))
                .singleElement()
                .satisfies(each -> assertThat(each.until()).isEqualTo(at(200)));
        Fact end = fact(Suspension.ENDED, 120, ended(120, "G1"));
        assertThat(Suspension.of(List.of(end, granted)))
                .singleElement()
                .satisfies(each -> assertThat(each.until()).isEqualTo(at(120)));
        Fact other = fact(Suspension.ENDED, 120, ended(120, "G2"));
        Fact before = fact(Suspension.ENDED, 50, ended(50, "G1"));
        assertThat(Suspension.of(List.of(granted, other, before)).getFirst().until())
                .isEqualTo(at(200));
        assertThat(Suspension.of(List.of(fact(Suspension.GRANTED, 60, granted(60)))))
                .as("no time at all")
                .isEmpty();
        Map<String, FieldValue> timeless = new java.util.HashMap<>(granted(200));
        timeless.remove("suspendedAt");
        assertThat(Suspension.of(List.of(fact(Suspension.GRANTED, 60, timeless))))
                .as("when it came in is no moment of its own")
                .isEmpty();
    }
}
