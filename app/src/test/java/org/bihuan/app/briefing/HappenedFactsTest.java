package org.bihuan.app.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.app.RunningServer;
import org.bihuan.app.briefing.domain.Definition;
import org.bihuan.app.briefing.domain.Item;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.HashId;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.support.TransactionTemplate;

/** To whom something happened, subject by subject for several headquarters at once, beside the slow way with whole lists. */
@Tag("database")
class HappenedFactsTest {
    private static final Instant START = Instant.parse("2020-07-20T00:00:00Z");
    private static final Instant THEN = START.plus(Duration.ofHours(72));
    private static final List<DivisionCode> ASKING =
            List.of(DivisionCode.of("210300000000"), DivisionCode.of("210302000000"), DivisionCode.of("210303000000"));
    private static final long[] PLACES = {210302000000L, 210302002000L, 210303001000L, 210311000000L, 220102000000L};
    // in the order of UTF-8 the last two change places: a sign beyond the first plane comes after all others
    private static final List<String> LETTERS = List.of("p", "甲", "\uD842\uDFB7", "\uFF61");
    private static final Set<String> JUDGED = new HashSet<>();
    private static final Map<String, String> CANONICAL = new HashMap<>();
    private static final List<CityRows.FactRow> ROWS = new ArrayList<>();
    private static final Map<UUID, List<CityRows.FactRow>> CORRECTING = new HashMap<>();

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true", "--bihuan.clock.start=2020-07-19T12:00:00Z", "--bihuan.clock.speed=0");

    @BeforeAll
    static void fill() {
        long seed = Long.getLong("bihuan.seed", System.nanoTime());
        System.out.println("HappenedFactsTest -Dbihuan.seed=" + seed);
        Random random = new Random(seed);
        SERVER.database().atOnceAsOwner(owner -> fill(new CityRows(owner), random));
    }

    private static void fill(CityRows city, Random random) {
        for (int i = 0; i < 900; i += 7) {
            CANONICAL.put(
                    person(i), person(random.nextInt(300) * 3 + 1)); // some of these have another themselves: left out
        }
        CANONICAL.values().removeIf(CANONICAL::containsKey);
        CANONICAL.forEach(city::addAlias);
        for (int i = 0; i < 3_600; i++) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            CityRows.FactRow other = i == 0 ? null : ROWS.get(random.nextInt(i));
            boolean corrects = other != null && random.nextInt(8) == 0;
            Set<String> subjects = new HashSet<>();
            subjects.add(person(random.nextInt(900)));
            if (random.nextInt(10) == 0) {
                subjects.add(person(random.nextInt(900)));
            }
            CityRows.FactRow row = new CityRows.FactRow(
                    id,
                    List.copyOf(subjects),
                    random.nextInt(5) < 3 ? "twin-came" : random.nextBoolean() ? "twin-tested" : "twin-left",
                    START.plus(Duration.ofHours(random.nextInt(76) - 1)), // many at the very same hour
                    random.nextInt(9) == 0 ? null : Long.valueOf(PLACES[random.nextInt(PLACES.length)]),
                    corrects ? Objects.requireNonNull(other).id() : null);
            ROWS.add(row);
            if (corrects) {
                CORRECTING
                        .computeIfAbsent(Objects.requireNonNull(other).id(), _ -> new ArrayList<>())
                        .add(row);
            }
            city.add(row);
        }
        for (int i = 0; i < 900; i += 2) {
            boolean late = random.nextInt(4) == 0;
            city.addPin(person(i), late ? THEN.plusSeconds(1) : THEN);
            if (!late) {
                JUDGED.add(person(i));
            }
        }
    }

    private static String person(int number) {
        return "person:" + LETTERS.get(number % LETTERS.size()) + number;
    }

    @Test
    void whatIsStreamedForSeveralIsWhatWholeListsSayOfEach() {
        List<Map<String, String>> questions = List.of(
                Map.of(),
                Map.of("days", "2"),
                Map.of("judged", "true"),
                Map.of("with", "twin-tested"),
                Map.of("without", "twin-tested", "days", "3"),
                Map.of("with", "twin-tested", "without", "twin-left", "judged", "true"));
        for (Map<String, String> each : questions) {
            Map<String, String> question = new HashMap<>(each);
            question.put("kind", "twin-came");
            List<List<Item>> found = streamed(question);
            for (int i = 0; i < ASKING.size(); i++) {
                Map<String, @Nullable Long> slow = slowly(question, ASKING.get(i));
                Map<String, @Nullable Long> quick = new HashMap<>();
                found.get(i).forEach(item -> quick.put(item.ref(), value(item.place())));
                assertThat(quick).as("%s of %s", question, ASKING.get(i)).isEqualTo(slow);
                assertThat(found.get(i)).as("each once").hasSize(slow.size());
                assertThat(slow).as("the question finds somebody").isNotEmpty();
            }
        }
    }

    private static @Nullable Long value(@Nullable DivisionCode place) {
        return place == null ? null : Long.valueOf(place.value());
    }

    private static List<List<Item>> streamed(Map<String, String> question) {
        List<List<Item>> found = new ArrayList<>();
        Definition.Line line =
                new Definition.Line("x", new Wording("x", "x"), "happened", question, true, false, "", null);
        List<FigureSum> sums = new ArrayList<>();
        for (DivisionCode division : ASKING) {
            List<Item> own = new ArrayList<>();
            found.add(own);
            sums.add(new FigureSum(line, division, own::add));
        }
        FigureQuery.Ask ask = new FigureQuery.Ask(question, ASKING.getFirst(), THEN.minus(Duration.ofDays(1)), THEN);
        SERVER.bean(TransactionTemplate.class)
                .executeWithoutResult(_ -> SERVER.bean(HappenedFacts.class).ask(ask, sums));
        for (int i = 0; i < sums.size(); i++) {
            List<Item> own = found.get(i);
            for (Figure figure : sums.get(i).figures()) {
                DivisionCode place = figure.place();
                assertThat(figure.value())
                        .isEqualTo(own.stream()
                                .filter(item -> place == null || item.place() != null && place.contains(item.place()))
                                .count());
            }
        }
        return found;
    }

    /** Every subject that is found, with the place that it counts in. */
    private static Map<String, @Nullable Long> slowly(Map<String, String> question, DivisionCode division) {
        Instant from = THEN.minus(Duration.ofDays(Long.parseLong(question.getOrDefault("days", "1"))));
        Map<String, CityRows.FactRow> cohort = new LinkedHashMap<>();
        for (CityRows.FactRow row : standing("twin-came", from)) {
            boolean here = row.division() == null
                    ? division.level() <= 2
                    : division.contains(new DivisionCode(row.division()));
            if (here) {
                row.subjects().forEach(subject -> cohort.put(CANONICAL.getOrDefault(subject, subject), row));
            }
        }
        if (question.containsKey("judged")) {
            cohort.keySet().retainAll(JUDGED);
        }
        if (question.containsKey("with")) {
            cohort.keySet().retainAll(after(cohort, Objects.requireNonNull(question.get("with")), from));
        }
        if (question.containsKey("without")) {
            cohort.keySet().removeAll(after(cohort, Objects.requireNonNull(question.get("without")), from));
        }
        Map<String, @Nullable Long> found = new HashMap<>();
        cohort.forEach((subject, row) -> found.put(subject, row.division()));
        return found;
    }

    private static Set<String> after(Map<String, CityRows.FactRow> cohort, String kind, Instant from) {
        return standing(kind, from).stream()
                .flatMap(row -> row.subjects().stream()
                        .map(subject -> CANONICAL.getOrDefault(subject, subject))
                        .filter(subject -> {
                            CityRows.FactRow first = cohort.get(subject);
                            return first != null && !row.at().isBefore(first.at());
                        }))
                .collect(Collectors.toSet());
    }

    private static List<CityRows.FactRow> standing(String kind, Instant from) {
        return ROWS.stream()
                .filter(row -> row.kind().equals(kind)
                        && row.at().isAfter(from)
                        && !row.at().isAfter(THEN))
                .filter(HappenedFactsTest::stands)
                .sorted((left, right) -> {
                    int time = left.at().compareTo(right.at());
                    return time != 0 ? time : HashId.compare(left.id(), right.id());
                })
                .toList();
    }

    private static boolean stands(CityRows.FactRow row) {
        return CORRECTING.getOrDefault(row.id(), List.of()).stream().noneMatch(HappenedFactsTest::stands);
    }
}
