package org.bihuan.policy.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.ShippedPacks;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FactReader;
import org.bihuan.policy.format.LoadedPack;
import org.bihuan.policy.format.PackFiles;
import org.bihuan.policy.format.PackReader;
import org.bihuan.policy.format.RawFact;
import org.bihuan.policy.level.WrittenLists;
import org.bihuan.policy.scenario.Scenarios;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Levels read from lists against a slow and obvious twin: minute by minute it looks the level up afresh in the lists, writes
 * it into the arrival as if the traveller had stated it, and has the same order judge that without any list.
 */
class LevelTwinTest {
    private static final Instant START = Instant.parse("2020-07-14T00:00:00Z");
    private static final int MINUTES = 12 * 24 * 60;
    private static final List<String> ORDER = List.of("high", "medium", "low");
    private static final List<String> PLACES =
            List.of("210000000000", "210200000000", "210211000000", "210211013000", "210202000000", "110106000000");

    /** What the order says of the moment, in the pack and in the twin. */
    private enum When {
        AT_DECISION("at: decision"),
        AT_ARRIVAL("at: [arrivedAt]"),
        STRICTEST("since: [arrivedAt]"),
        STRICTEST_FOR_A_WHILE("since: [arrivedAt], during: level-days");

        final String text;

        When(String text) {
            this.text = text;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "AT_DECISION, 1",
        "AT_DECISION, 2",
        "AT_ARRIVAL, 3",
        "STRICTEST, 4",
        "STRICTEST, 5",
        "STRICTEST_FOR_A_WHILE, 6",
        "STRICTEST_FOR_A_WHILE, 7"
    })
    void aDecisionIsThatOfTheTwinAtEveryMinute(When when, long byDefault) {
        long seed = Long.getLong("bihuan.seed", byDefault);
        System.out.println("levels: replay with -Dbihuan.seed=" + seed);
        Random random = new Random(seed);
        LoadedPack pack = pack(when);
        PackPolicy bare = PackPolicy.of(pack.pack(), List.of(), "1");
        int answers = 0;
        for (int round = 0; round < 25; round++) {
            List<WrittenLists.Written> lists = lists(random);
            PackPolicy policy = bare.withLevels(new WrittenLists(lists).known());
            Fact arrival = arrival(pack, random);
            TreeSet<Integer> minutes = minutes(random, lists);
            Instant first = at(minutes.first());
            Decision ahead = decide(arrival, policy, first);
            for (int minute : minutes) {
                Instant now = at(minute);
                Decision told = decide(arrival, policy, now);
                Decision twin = decide(stating(arrival, level(when, lists, arrival, now)), bare, now);
                assertThat(said(when, told, now))
                        .as("seed %s round %s at %s of %s by %s", seed, round, now, arrival, lists)
                        .isEqualTo(said(when, twin, now));
                assertThat(inForce(ahead, now))
                        .as("law 4: seed %s round %s at %s", seed, round, now)
                        .isEqualTo(inForce(told, now));
                answers += told.now().measures().isEmpty() ? 0 : 1;
            }
        }
        assertThat(answers).as("both answers occur").isBetween(20, 25 * MINUTES);
    }

    /** For how long a level counts is not set: whom no later list concerns is judged, the other is refused by its name. */
    @Test
    void aLengthThatIsOpenRefusesOnlyWhereItMatters() {
        LoadedPack pack = pack(When.STRICTEST_FOR_A_WHILE, "null");
        PackPolicy bare = PackPolicy.of(pack.pack(), List.of(), "1");
        Fact arrival = stating(arrival(pack, new Random(9)), "low");
        Instant later = arrival.occurredAt().plus(Duration.ofDays(1));
        DivisionCode origin = arrival.fields().get("origin") instanceof FieldValue.Place place
                ? place.value()
                : DivisionCode.of(PLACES.getFirst());
        PackPolicy listed = bare.withLevels(new WrittenLists(List.of(new WrittenLists.Written(
                        "national", "county-2020", later, "low", List.of(new WrittenLists.Line("high", origin)))))
                .known());
        assertThat(decide(arrival, bare, later).refusals()).isEmpty();
        assertThat(decide(arrival, listed, later.minusSeconds(1)).refusals()).isEmpty();
        assertThat(decide(arrival, listed, later).refusals())
                .extracting(Refusal::parameter)
                .containsExactly("level-days");
    }

    private static Decision decide(Fact arrival, PackPolicy policy, Instant now) {
        SubjectId subject = arrival.subjects().getFirst().subject();
        return Judge.decide(
                Dossier.of(subject, List.of(arrival)), List.of(policy), Pins.none(), now, Scenarios.HORIZON);
    }

    /**
     * Rows that answer and what they looked at, measures in force and their ends. When a measure began the twin cannot know,
     * nor that one whose row no longer answers is held until its tests are there.
     */
    private static List<String> said(When when, Decision decision, Instant now) {
        List<String> lines = new ArrayList<>(when == When.AT_DECISION ? List.of() : inForce(decision, now));
        decision.reasons().forEach(each -> lines.add(each.row() + " " + each.inputs()));
        decision.refusals().forEach(each -> lines.add("refused " + each.field()));
        return lines;
    }

    private static List<String> inForce(Decision decision, Instant now) {
        return decision.at(now).measures().stream()
                .map(each -> each.kind() + " " + each.until())
                .sorted()
                .toList();
    }

    private static Instant at(int minute) {
        return START.plusSeconds(60L * minute);
    }

    /** Around every list, and some in between. */
    private static TreeSet<Integer> minutes(Random random, List<WrittenLists.Written> lists) {
        TreeSet<Integer> minutes = new TreeSet<>();
        for (WrittenLists.Written each : lists) {
            int minute = (int) Duration.between(START, each.from()).toMinutes();
            minutes.addAll(List.of(Math.max(0, minute - 1), minute, minute + 1));
        }
        for (int i = 0; i < 12; i++) {
            minutes.add(random.nextInt(MINUTES));
        }
        return minutes;
    }

    private static List<WrittenLists.Written> lists(Random random) {
        Map<Integer, WrittenLists.Written> lists = new TreeMap<>();
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            int minute = random.nextInt(MINUTES);
            List<WrittenLists.Line> lines = new ArrayList<>();
            for (String level : ORDER.subList(0, 2)) {
                for (String place : PLACES) {
                    if (random.nextInt(4) == 0 && lines.stream().noneMatch(each -> is(each, place))) {
                        lines.add(new WrittenLists.Line(level, DivisionCode.of(place)));
                    }
                }
            }
            String scheme = random.nextInt(6) == 0 ? "national-2022" : "county-2020";
            lists.put(minute, new WrittenLists.Written("national", scheme, at(minute), "low", lines));
        }
        return List.copyOf(lists.values());
    }

    private static boolean is(WrittenLists.Line line, String place) {
        return line.place().equals(DivisionCode.of(place));
    }

    private static Fact arrival(LoadedPack pack, Random random) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Instant arrived = at(random.nextInt(MINUTES / 2));
        fields.put("arrivedAt", arrived.toString());
        fields.put("registeredAt", arrived.toString());
        fields.put("destination", "210302000000");
        if (random.nextInt(10) > 0) {
            fields.put("origin", PLACES.get(2 + random.nextInt(4)));
        }
        if (random.nextInt(3) > 0) {
            fields.put("originRisk", ORDER.get(random.nextInt(3)));
        }
        SubjectId person = new SubjectId("person", "p");
        FactReader reader = new FactReader(pack.catalogue(), division -> true);
        return Objects.requireNonNull(reader.read(
                        new RawFact(
                                "test",
                                "a",
                                "arrival",
                                1,
                                null,
                                null,
                                0,
                                0,
                                null,
                                List.of(new FactSubject("person", person)),
                                null,
                                fields),
                        START.plus(Duration.ofDays(30)))
                .fact());
    }

    private static Fact stating(Fact arrival, String level) {
        Map<String, FieldValue> fields = new HashMap<>(arrival.fields());
        if (level.equals("unknown")) {
            fields.remove("originRisk");
        } else {
            fields.put("originRisk", new FieldValue.Text(level));
        }
        return arrival.withFields(fields);
    }

    /** The level by the words of the rule, minute by minute. */
    private static String level(When when, List<WrittenLists.Written> lists, Fact arrival, Instant now) {
        Instant arrived = arrival.occurredAt();
        return switch (when) {
            case AT_DECISION -> lookUp(lists, arrival, now);
            case AT_ARRIVAL -> lookUp(lists, arrival, arrived);
            case STRICTEST -> strictest(lists, arrival, arrived, now);
            case STRICTEST_FOR_A_WHILE -> {
                Instant last = arrived.plus(Duration.ofDays(3)).minusSeconds(60);
                yield strictest(lists, arrival, arrived, last.isBefore(now) ? last : now);
            }
        };
    }

    private static String strictest(List<WrittenLists.Written> lists, Fact arrival, Instant from, Instant until) {
        String best = lookUp(lists, arrival, from);
        for (Instant minute = from; !minute.isAfter(until); minute = minute.plusSeconds(60)) {
            String each = lookUp(lists, arrival, minute);
            if (!each.equals("unknown") && (best.equals("unknown") || ORDER.indexOf(each) < ORDER.indexOf(best))) {
                best = each;
            }
        }
        return best;
    }

    /** What the last list says of the place, by walking up from it; what was stated where the list cannot tell. */
    private static String lookUp(List<WrittenLists.Written> lists, Fact arrival, Instant at) {
        String stated = Objects.requireNonNullElse(arrival.text("originRisk"), "unknown");
        WrittenLists.Written inForce = null;
        for (WrittenLists.Written each : lists) {
            if (!each.from().isAfter(at)) {
                inForce = each;
            }
        }
        if (inForce == null
                || !inForce.scheme().equals("county-2020")
                || !(arrival.fields().get("origin") instanceof FieldValue.Place origin)) {
            return stated;
        }
        Map<DivisionCode, String> listed = new HashMap<>();
        inForce.lines().forEach(line -> listed.put(line.place(), line.level()));
        String level = "low";
        for (DivisionCode each : origin.value().selfAndAncestors()) {
            if (listed.containsKey(each)) {
                level = listed.get(each);
                break;
            }
        }
        for (Map.Entry<DivisionCode, String> each : listed.entrySet()) {
            boolean isPart =
                    !each.getKey().equals(origin.value()) && origin.value().contains(each.getKey());
            if (isPart && ORDER.indexOf(each.getValue()) < ORDER.indexOf(level)) {
                return stated;
            }
        }
        return level;
    }

    private static LoadedPack pack(When when) {
        return pack(when, "3");
    }

    private static LoadedPack pack(When when, String days) {
        SortedMap<String, byte[]> files = new TreeMap<>(
                PackFiles.ofFolder(ShippedPacks.HOME.resolve("anshan-2020")).files());
        replace(files, "rules.yaml", "since: [arrivedAt], during: central-isolation-days", when.text);
        replace(
                files,
                "parameters.yaml",
                "parameters:\n",
                "parameters:\n  level-days: {unit: days, value: " + days
                        + ", stricter: none, set-by: operator, clauses: [S0-09], zh: 天, en: Days}\n");
        return PackReader.read(new PackFiles("anshan-2020", files), ShippedPacks.SHARED);
    }

    private static void replace(SortedMap<String, byte[]> files, String name, String text, String other) {
        String before = new String(Objects.requireNonNull(files.get(name)), StandardCharsets.UTF_8);
        assertThat(before).contains(text);
        files.put(name, before.replace(text, other).getBytes(StandardCharsets.UTF_8));
    }
}
