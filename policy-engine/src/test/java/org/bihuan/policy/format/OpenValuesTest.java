package org.bihuan.policy.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.bihuan.policy.ShippedPacks;
import org.bihuan.policy.TestFacts;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.decide.Judge;
import org.bihuan.policy.decide.Measure;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.decide.Pins;
import org.bihuan.policy.decide.Refusal;
import org.bihuan.policy.decide.Release;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterSetting;
import org.bihuan.policy.scenario.Scenarios;
import org.bihuan.proof.Seed;
import org.junit.jupiter.api.Test;

/** What the texts leave open blocks what depends on it and nothing else, and names itself. */
final class OpenValuesTest {
    private static final Instant ARRIVED = at("2020-07-20T12:00:00+08:00");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Pack PROVINCE = ShippedPacks.get("province-plan").pack();

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static Fact arrival(String risk, String code) {
        return TestFacts.fact(
                "arrival",
                "arrival",
                null,
                0,
                ARRIVED,
                1,
                Map.of(
                        "arrivedAt",
                        new FieldValue.Moment(ARRIVED),
                        "originRisk",
                        new FieldValue.Text(risk),
                        "code",
                        new FieldValue.Text(code)));
    }

    private static Fact test(String key, Instant sampled, String kind, String result) {
        return TestFacts.fact(
                key,
                "test",
                null,
                0,
                sampled,
                2,
                Map.of(
                        "sampledAt",
                        new FieldValue.Moment(sampled),
                        "kind",
                        new FieldValue.Text(kind),
                        "owner",
                        new FieldValue.Text("self"),
                        "result",
                        new FieldValue.Text(result)));
    }

    private static Decision decide(Pack pack, Instant now, List<String> settings, Fact... facts) {
        List<ParameterSetting> set =
                settings.stream().map(each -> SettingText.read(each, pack, now)).toList();
        return Judge.decide(
                Dossier.of(TestFacts.PERSON, Arrays.asList(facts)),
                List.of(PackPolicy.of(pack, set, "test")),
                Pins.none(),
                now,
                Scenarios.HORIZON);
    }

    private static List<String> parameters(Decision decision) {
        return decision.refusals().stream()
                .map(Refusal::parameter)
                .map(String::valueOf)
                .toList();
    }

    @Test
    void aMeasureWhoseLengthIsMissingHasNoEndAndTheRestOfTheChainIsJudged() {
        Pack open = BrokenPack.of("test-plan")
                .with("parameters.yaml", "unit: civil-days, value: 10", "unit: civil-days, value: null")
                .read()
                .pack();
        Decision decision = decide(open, ARRIVED.plusSeconds(3_600), List.of(), arrival("medium", "green"));
        assertThat(decision.now().measures()).singleElement().satisfies(measure -> {
            assertThat(measure.kind()).isEqualTo("home-isolation");
            assertThat(measure.until()).isNull();
            assertThat(measure.overdueSince()).isNull();
            assertThat(measure.clauses()).containsExactly("T-02");
        });
        assertThat(decision.duties()).extracting(Duty::obligation).contains("daily-check", "test-soon");
        assertThat(parameters(decision)).containsExactly("home-days");
        assertThat(decision.now().release()).isNotNull().satisfies(release -> {
            assertThat(release.possibleAt()).isNull();
            assertThat(release.refusedBecause())
                    .extracting(Release.Because::reason)
                    .containsExactly("end-unknown", "evidence-missing");
        });
        Decision set = decide(open, ARRIVED.plusSeconds(3_600), List.of("home-days=10"), arrival("medium", "green"));
        assertThat(set.now().measures())
                .extracting(Measure::until)
                .containsExactly(LocalDate.of(2020, 7, 30).atStartOfDay(ZONE).toInstant());
        assertThat(set.refusals()).isEmpty();
    }

    @Test
    void itIsNotActivatedBeforeTheValueIsSetForTheWholeJurisdiction() {
        assertThat(PackCheck.all(PROVINCE))
                .filteredOn(PackCheck.Problem::blocksActivation)
                .extracting(PackCheck.Problem::message)
                .anyMatch(
                        message -> message.contains("certificate-validity-days [S1-005, S1-006, S1-007] has no value"));
        List<ParameterSetting> settings = new ArrayList<>();
        for (String each : List.of(
                "certificate-validity-days=7",
                "flagged-cities=110100000000",
                "flagged-sources=110000000000",
                "release-test-schedule=1,14",
                "520100000000:clearance-days=30")) {
            settings.add(SettingText.read(each, PROVINCE, ARRIVED));
        }
        assertThat(PackCheck.all(PROVINCE, settings))
                .filteredOn(PackCheck.Problem::blocksActivation)
                .extracting(PackCheck.Problem::message)
                .singleElement()
                .asString()
                .contains("clearance-days");
        settings.add(SettingText.read("clearance-days=30", PROVINCE, ARRIVED));
        assertThat(PackCheck.all(PROVINCE, settings)).noneMatch(PackCheck.Problem::blocksActivation);
    }

    @Test
    void howOldACertificateMayBeMattersOnlyToWhoeverHasOne() {
        Instant now = ARRIVED.plusSeconds(3_600);
        Fact certificate = test("t", ARRIVED.minusSeconds(4 * 86_400), "nucleic-acid", "negative");
        assertThat(parameters(decide(PROVINCE, now, List.of(), arrival("medium", "green"), certificate)))
                .contains("certificate-validity-days");
        assertThat(parameters(decide(PROVINCE, now, List.of(), arrival("medium", "green"))))
                .containsExactly("release-test-schedule");
        assertThat(decide(PROVINCE, now, List.of(), arrival("medium", "green")).measures())
                .extracting(Measure::kind)
                .containsExactly("central-isolation");
        assertThat(parameters(decide(PROVINCE, now, List.of(), arrival("medium", "yellow"), certificate)))
                .containsExactly("release-test-schedule");
    }

    @Test
    void heldUntilTheResultIsNegativeAndNoLonger() {
        Instant sampled = ARRIVED.plusSeconds(3_600);
        Fact before = test("t", ARRIVED.minusSeconds(4 * 86_400), "nucleic-acid", "negative");
        List<String> seven = List.of("certificate-validity-days=7");
        Decision waiting = decide(PROVINCE, sampled, seven, arrival("medium", "green"), before);
        assertThat(waiting.measures()).singleElement().satisfies(measure -> {
            assertThat(measure.kind()).isEqualTo("await-result");
            assertThat(measure.until()).isNull();
        });
        assertThat(waiting.now().release())
                .isNotNull()
                .satisfies(release -> assertThat(release.refusedBecause())
                        .extracting(Release.Because::reason)
                        .containsExactly("evidence-missing"));
        Fact negative = test("n", sampled, "nucleic-acid", "negative");
        Decision free = decide(PROVINCE, sampled, seven, arrival("medium", "green"), before, negative);
        assertThat(free.now().measures()).isEmpty();
        assertThat(free.now().release())
                .isNotNull()
                .satisfies(release -> assertThat(release.possibleAt()).isEqualTo(sampled));
        Fact positive = test("p", sampled, "nucleic-acid", "positive");
        Decision held = decide(PROVINCE, sampled.plusSeconds(1), seven, arrival("medium", "green"), before, positive);
        assertThat(held.now().measures()).hasSize(1);
        assertThat(held.now().release())
                .isNotNull()
                .satisfies(release -> assertThat(release.refusedBecause())
                        .extracting(Release.Because::reason)
                        .contains("positive-result"));
    }

    /** The schedule read day by day, against the duties that come of it. */
    @Test
    void aScheduleIsTheTwinOfItsDays() {
        SplittableRandom random = Seed.random("test schedules");
        for (int round = 0; round < Seed.rounds(300); round++) {
            List<String> days = new ArrayList<>();
            List<int[]> bounds = new ArrayList<>();
            int day = 1;
            for (int i = random.nextInt(2, 6); i > 0; i--) {
                int to = day + random.nextInt(3);
                days.add(day == to ? "" + day : day + "-" + to);
                bounds.add(new int[] {day, to});
                day += random.nextInt(4);
            }
            List<Fact> facts = new ArrayList<>(List.of(arrival("high", "none")));
            for (int i = random.nextInt(7); i > 0; i--) {
                facts.add(test(
                        "t" + i,
                        ARRIVED.plusSeconds(random.nextInt(-40, 500) * 3_600L),
                        random.nextInt(5) == 0 ? "antibody" : "nucleic-acid",
                        random.nextInt(5) == 0 ? "positive" : "negative"));
            }
            Instant now = ARRIVED.plusSeconds(21 * 86_400);
            Decision decision = decide(
                    PROVINCE,
                    now,
                    List.of("release-test-schedule=" + String.join(",", days)),
                    facts.toArray(Fact[]::new));
            Map<String, Duty> duties = new HashMap<>();
            decision.duties().stream()
                    .filter(duty -> duty.obligation().equals("isolation-tests"))
                    .forEach(duty -> duties.put(duty.step(), duty));
            assertThat(duties).as(days.toString()).hasSize(bounds.size());
            List<Fact> left = new ArrayList<>(facts.stream()
                    .filter(fact -> "nucleic-acid".equals(fact.text("kind")) && "negative".equals(fact.text("result")))
                    .sorted(Comparator.comparing(Fact::occurredAt).thenComparing(Fact::id))
                    .toList());
            LocalDate first = LocalDate.ofInstant(ARRIVED, ZONE);
            for (int i = 0; i < bounds.size(); i++) {
                Duty duty = Objects.requireNonNull(duties.get(Integer.toString(i + 1)));
                Instant opens =
                        first.plusDays(bounds.get(i)[0] - 1).atStartOfDay(ZONE).toInstant();
                Instant from = opens.isBefore(ARRIVED) ? ARRIVED : opens;
                assertThat(duty.opensAt()).isEqualTo(from);
                assertThat(duty.dueAt())
                        .isEqualTo(first.plusDays(bounds.get(i)[1])
                                .atStartOfDay(ZONE)
                                .toInstant());
                Fact found = left.stream()
                        .filter(fact -> !fact.occurredAt().isBefore(from)
                                && !fact.occurredAt().isAfter(now))
                        .findFirst()
                        .orElse(null);
                left.remove(found);
                Duty.Met met = duty.met();
                assertThat(met == null ? null : met.happenedAt())
                        .as(days + " " + i)
                        .isEqualTo(found == null ? null : found.occurredAt());
            }
        }
    }

    @Test
    void aScheduleHasAtLeastTheTestsOfTheOrder() {
        assertThat(SettingText.read("release-test-schedule=d1,3-5,13", PROVINCE, ARRIVED)
                        .value())
                .hasToString("1,3-5,13");
        for (String wrong : List.of("1,14:antibody", "0,14", "14", "14,1", "1,x", "", "1,3-2", "1,400", "1,,2")) {
            assertThatExceptionOfType(PackFormatException.class)
                    .as(wrong)
                    .isThrownBy(() -> SettingText.read("release-test-schedule=" + wrong, PROVINCE, ARRIVED))
                    .withMessageStartingWith("--set");
        }
        assertThatExceptionOfType(PackFormatException.class)
                .isThrownBy(() -> SettingText.read("release-test-schedule=14", PROVINCE, ARRIVED))
                .withMessageContaining("1 tests of nucleic-acid are fewer than the 2 of [S1-006]");
        ParameterSetting few = new ParameterSetting(
                "release-test-schedule", null, ScheduleText.read("14").orElseThrow(), ARRIVED);
        assertThat(SettingCheck.refusal(PROVINCE, List.of(), List.of(), few))
                .hasValueSatisfying(wording -> assertThat(wording.zh()).contains("少于条款 [S1-006] 规定的 2 次"));
    }
}
