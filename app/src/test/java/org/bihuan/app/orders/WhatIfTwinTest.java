package org.bihuan.app.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.Machine;
import org.bihuan.app.duties.TestPacks;
import org.bihuan.app.rules.PackVersion;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.rules.Versions;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.PackFiles;
import org.bihuan.policy.format.SharedFiles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The columns of a what-if on a database against the preview of the server that runs on it: as many people of each county from what to what. */
@Tag("database")
@SuppressWarnings("NullAway") // what a query of a test returns is never null
class WhatIfTwinTest {
    private static final List<String> ORIGINS = List.of("210202000000", "210203000000", "210211000000", "110106000000");
    private static final List<String> COUNTIES = List.of("210302000000", "210303000000", "210381000000");

    /** How long two of the three have decided that people stay at home; long enough that nobody's time has passed. */
    private static final Map<String, Integer> DAYS = Map.of(COUNTIES.get(0), 8, COUNTIES.get(1), 14);

    @RegisterExtension
    static final Machine MACHINE = new Machine("anshan-2020");

    @TempDir
    Path folder;

    /** What an outcome of the pack demands of a person of a county: measures, and duties by kind. */
    private static String demand(String county, String outcome) {
        Integer days = DAYS.get(county);
        return switch (outcome) {
            case "central-isolation" -> "central-isolation/14 nucleic-acid-test:2";
            case "district-decides" -> days == null ? "" : "home-observation/" + days + " ";
            case "test-at-once" -> " nucleic-acid-test:1";
            case "arrival-screening" -> " code-scan:1 temperature-check:1";
            default -> throw new AssertionError(outcome);
        };
    }

    /** @param counts people by county, by what is demanded of them before and after */
    private record Answer(Map<String, Long> counts, Map<String, Long> resources, String out) {}

    private static Answer whatIf(Path draft) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> words = new ArrayList<>(List.of(
                "--pack",
                draft.toString(),
                "--against",
                TestPacks.home().resolve("anshan-2020").toString(),
                "--people",
                "db",
                "--at",
                MACHINE.now().toString()));
        words.addAll(List.of(MACHINE.database().arguments()));
        words.add("--bihuan.home=" + System.getProperty("bihuan.home", ".."));
        int status = new WhatIfCommand(
                        TestPacks.home(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(words);
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
        Map<String, Long> counts = new TreeMap<>();
        Map<String, Long> resources = new TreeMap<>();
        out.toString(StandardCharsets.UTF_8).lines().skip(1).forEach(line -> {
            String[] cells = line.split("\t");
            if (cells.length == 3) {
                resources.put(cells[0], Long.parseLong(cells[2]));
            } else if (!cells[2].equals(cells[3])) {
                String pair = demand(cells[0], cells[2]).strip() + " -> "
                        + demand(cells[0], cells[3]).strip();
                counts.merge(cells[0] + " " + pair, Long.parseLong(cells[4]), Long::sum);
            }
        });
        return new Answer(counts, resources, out.toString(StandardCharsets.UTF_8));
    }

    /** The same of a preview or a trial; duties that stay are in neither, so what comes and goes is put to the measures. */
    private static void add(Map<String, Long> counts, @Nullable DivisionCode county, Effect effect, long people) {
        String from = (effect.from() + " " + effect.withdrawn()).strip();
        String to = (effect.to() + " " + effect.added()).strip();
        counts.merge(county + " " + from + " -> " + to, people, Long::sum);
    }

    private static Map<String, Long> without0(Map<String, Long> resources) {
        Map<String, Long> some = new TreeMap<>(resources);
        some.values().removeIf(each -> each == 0);
        return some;
    }

    private static TrialAnswer tried(String hash, String against) {
        UUID id = UUID.randomUUID();
        return Asking.asMachine(() -> {
            Trials trials = MACHINE.bean(Trials.class);
            trials.ask(id, hash, against, null, MACHINE.now(), "author");
            MACHINE.bean(TrialWork.class).run();
            assertThat(trials.find(id).orElseThrow().state()).isEqualTo(Trial.State.DONE);
            return trials.answer(id);
        });
    }

    private static void arrive(int number, Random random) {
        String at = "2020-07-" + (20 + random.nextInt(6)) + "T10:00+08:00";
        SubjectId person = new SubjectId("person", "p" + number);
        Map<String, Object> arrival = new HashMap<>(Map.of(
                "arrivedAt",
                at,
                "declaredAt",
                at,
                "registeredAt",
                at,
                "origin",
                ORIGINS.get(random.nextInt(ORIGINS.size())),
                "destination",
                COUNTIES.get(random.nextInt(COUNTIES.size())),
                "code",
                "green"));
        if (random.nextBoolean()) {
            arrival.put("originRisk", List.of("high", "medium", "low").get(random.nextInt(3)));
        }
        MACHINE.append(Machine.fact("a-" + number, "arrival", person, arrival));
        if (random.nextInt(4) > 0) {
            MACHINE.append(Machine.fact(
                    "t-" + number,
                    "test",
                    person,
                    Map.of(
                            "sampledAt", "2020-07-" + (14 + random.nextInt(6)) + "T10:00+08:00",
                            "reportedAt", "2020-07-20T09:00+08:00",
                            "result", "negative",
                            "kind", "nucleic-acid",
                            "owner", "self")));
        }
    }

    private static void set(String county, int days) {
        Asking.asMachine(() -> assertThat(MACHINE.orders()
                        .set(
                                "anshan-2020",
                                "home-observation-days",
                                DivisionCode.of(county),
                                Integer.toString(days),
                                MACHINE.now(),
                                "district",
                                "区指挥部"))
                .isInstanceOf(Rules.Setting.Done.class));
    }

    @Test
    void asManyPeopleInEachCountyFromWhatToWhatAsThePreviewFinds() {
        long seed = Long.getLong("bihuan.seed", 4);
        System.out.println("what-if: replay with -Dbihuan.seed=" + seed);
        Random random = new Random(seed);
        MACHINE.at(Instant.parse("2020-07-27T04:00:00Z"));
        MACHINE.settle();
        TestLists.take(
                MACHINE,
                OffsetDateTime.parse("2020-07-14T00:00:00+08:00").toInstant(),
                "medium,辽宁省,大连市,中山区,",
                "high,北京市,北京市,丰台区,");
        DAYS.forEach(WhatIfTwinTest::set);
        for (int i = 0; i < 400; i++) {
            arrive(i, random);
        }
        MACHINE.settle();
        Path draft =
                TestPacks.with(TestPacks.copy("anshan-2020", folder.resolve("draft")), "certificate-validity-days", 3);
        TestPacks.replace(draft, "pack.yaml", "transition: review", "transition: recompute");
        String hash = MACHINE.bean(Versions.class)
                .draft(PackFiles.ofFolder(draft), SharedFiles.filesOf(TestPacks.home()), MACHINE.now(), "drafter", "")
                .hash();
        UUID id = UUID.randomUUID();
        MACHINE.bean(Proposals.class).activation(id, hash, MACHINE.now(), "新版", "author");
        Asking.asMachine(() -> MACHINE.bean(OrdersWork.class).run());
        Map<String, Long> previewed = new TreeMap<>();
        Preview preview = Asking.asMachine(() -> MACHINE.bean(Previews.class).figures(id));
        preview.counties()
                .forEach(county -> county.lines()
                        .forEach(line -> add(previewed, county.division(), line.effect(), line.people())));
        Answer answer = whatIf(draft);
        assertThat(answer.counts()).as("seed %s%n%s", seed, answer.out()).isEqualTo(previewed);
        assertThat(answer.resources())
                .as("seed %s", seed)
                .isEqualTo(without0(preview.resources()))
                .isNotEmpty();
        assertThat(previewed.values().stream().mapToLong(it -> it).sum()).isBetween(20L, 380L);
        assertThat(previewed.keySet())
                .as("a length of each county")
                .anyMatch(it -> it.contains("home-observation/8"))
                .anyMatch(it -> it.contains("home-observation/14"));

        String active = MACHINE.bean(Versions.class).list("anshan-2020").stream()
                .filter(each -> each.state() == PackVersion.State.ACTIVE)
                .findFirst()
                .orElseThrow()
                .hash();
        TrialAnswer trial = tried(hash, active);
        Map<String, Long> tried = new TreeMap<>();
        trial.counties()
                .forEach(county ->
                        county.lines().forEach(line -> add(tried, county.division(), line.effect(), line.people())));
        assertThat(tried).as("the page, seed %s", seed).isEqualTo(previewed);
        assertThat(without0(trial.resources())).isEqualTo(without0(preview.resources()));
        assertThat(trial.people()).as("everybody is judged once").isEqualTo(400);
        assertThat(tried(hash, hash).changed()).as("a version against itself").isZero();
        assertThat(tried(hash, "").changed()).as("against nothing").isEqualTo(400);

        aTrialIsStoppedAndAnswersAreForgotten(hash);

        TestLists.take(
                MACHINE,
                OffsetDateTime.parse("2020-07-14T00:00:00+08:00").plusDays(1).toInstant(),
                "high,辽宁省,,,",
                "high,北京市,,,");
        assertThat(whatIf(draft).counts()).as("the lists count").isNotEqualTo(previewed);
    }

    private static void aTrialIsStoppedAndAnswersAreForgotten(String hash) {
        UUID id = UUID.randomUUID();
        Trials trials = MACHINE.bean(Trials.class);
        TrialWork work = MACHINE.bean(TrialWork.class);
        Asking.asMachine(() -> {
            trials.ask(id, hash, "", null, MACHINE.now(), "author");
            assertThatThrownBy(() -> trials.ask(UUID.randomUUID(), hash, "", null, MACHINE.now(), "author"))
                    .as("one at a time")
                    .isInstanceOf(OrderRefused.class)
                    .hasMessageContaining("a trial of yours is running");
            trials.stop(id);
            work.run();
            assertThat(trials.find(id).orElseThrow().state()).isEqualTo(Trial.State.STOPPED);
            assertThat(trials.answer(id).counties()).isEmpty();
            Instant now = MACHINE.now();
            MACHINE.at(now.plus(Duration.ofDays(15)));
            work.run();
            assertThat(trials.list(10)).as("kept for fourteen days").isEmpty();
            MACHINE.at(now);
        });
    }
}
