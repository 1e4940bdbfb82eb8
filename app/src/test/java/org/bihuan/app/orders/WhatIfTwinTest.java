package org.bihuan.app.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
import org.bihuan.app.rules.Rules;
import org.bihuan.app.rules.Versions;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.PackFiles;
import org.bihuan.policy.format.SharedFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The columns of a what-if on a database against the preview of the server that runs on it: as many people in each county. */
@Tag("database")
@SuppressWarnings("NullAway") // what a query of a test returns is never null
class WhatIfTwinTest {
    private static final List<String> ORIGINS = List.of("210202000000", "210203000000", "210211000000", "110106000000");
    private static final List<String> COUNTIES = List.of("210302000000", "210303000000", "210381000000");

    @RegisterExtension
    static final Machine MACHINE = new Machine("anshan-2020");

    @TempDir
    Path folder;

    private record Answer(Map<String, Long> byCounty, String out, String err) {}

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
        Map<String, Long> byCounty = new TreeMap<>();
        out.toString(StandardCharsets.UTF_8).lines().skip(1).forEach(line -> {
            String[] cells = line.split("\t");
            if (cells.length == 5 && !cells[2].equals(cells[3])) {
                byCounty.merge(cells[0], Long.parseLong(cells[4]), Long::sum);
            }
        });
        return new Answer(byCounty, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
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
    void asManyPeopleInEachCountyAsThePreviewFinds() {
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
        set(COUNTIES.get(0), 7);
        set(COUNTIES.get(1), 14);
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
        Asking.asMachine(() -> MACHINE.bean(Previews.class).figures(id))
                .counties()
                .forEach(each -> previewed.put(String.valueOf(each.division()), each.people()));
        Answer answer = whatIf(draft);
        assertThat(answer.byCounty()).as("seed %s%n%s", seed, answer.out()).isEqualTo(previewed);
        assertThat(previewed.values().stream().mapToLong(it -> it).sum()).isBetween(20L, 380L);

        TestLists.take(
                MACHINE,
                OffsetDateTime.parse("2020-07-14T00:00:00+08:00").plusDays(1).toInstant(),
                "high,辽宁省,,,",
                "high,北京市,,,");
        assertThat(whatIf(draft).byCounty()).as("the lists count").isNotEqualTo(previewed);
    }
}
