package org.bihuan.app.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.app.briefing.domain.Definition;
import org.bihuan.app.briefing.domain.Item;
import org.bihuan.app.database.TestDatabase;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many things came to a frozen list and went from it, by hashes in several goes, beside sets. */
@Tag("database")
class ListDifferenceTest {
    private static final DivisionCode CITY = DivisionCode.of("210300000000");
    private static final Wording WORDS = new Wording("x", "x");
    private static final Definition.Line LINE =
            new Definition.Line("many", WORDS, "given", Map.of(), true, false, "", null);

    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    /** Finds what the test says. */
    private record Given(List<Item> items) implements FigureQuery {
        @Override
        public String name() {
            return "given";
        }

        @Override
        public void ask(Ask ask, List<FigureSum> sums) {
            items.forEach(item -> sums.forEach(sum -> sum.add(item)));
        }
    }

    @Test
    void hashesInAnyNumberOfGoesSayWhatSetsSay() {
        long seed = Long.getLong("bihuan.seed", System.nanoTime());
        System.out.println("ListDifferenceTest -Dbihuan.seed=" + seed);
        Random random = new Random(seed);
        BriefingStore briefings = new BriefingStore(database.jdbc(), new JdbcTemplate(database.dataSource()));
        ItemStore items = new ItemStore(database.jdbc(), new JdbcTemplate(database.dataSource()));
        for (int size : new int[] {0, 1, 2_500}) {
            Briefing briefing = new Briefing(
                    UUID.randomUUID(),
                    CITY,
                    LocalDate.of(2020, 7, 1).plusDays(size),
                    Instant.EPOCH,
                    Instant.EPOCH,
                    ZoneId.of("Asia/Shanghai"),
                    "x");
            briefings.add(briefing);
            List<Item> before = list(random, size);
            List<Item> now = list(random, size);
            ItemBatch batch = new ItemBatch(items, briefing, LINE);
            before.forEach(batch::add);
            batch.write();
            for (int most : new int[] {1, 700, ListDifference.MOST}) {
                if (most > 1 || size < 3) {
                    ListDifference difference = new ListDifference(items, new Figures(List.of(new Given(now))));
                    assertThat(difference.of(briefing, LINE, most)).isEqualTo(slowly(before, now));
                }
            }
            assertThat(items.count(briefing.id(), new Spot("many", null))).isEqualTo(size);
        }
    }

    private static List<Item> list(Random random, int size) {
        List<Item> list = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < size; i++) {
            int number = random.nextInt(size * 2);
            if (seen.add(number) || size < 3) {
                list.add(Item.one("thing" + number, place(random), WORDS, ""));
            } else {
                list.add(Item.one("other" + i + "/" + random.nextLong(), place(random), WORDS, ""));
            }
        }
        return list;
    }

    private static @Nullable DivisionCode place(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> CITY;
            default -> new DivisionCode(210302001000L + 1_000_000 * random.nextInt(3));
        };
    }

    private static Map<Spot, ListDifference.Moved> slowly(List<Item> before, List<Item> now) {
        Map<Spot, Set<String>> frozen = bySpot(before);
        Map<Spot, Set<String>> known = bySpot(now);
        Set<Spot> spots = new HashSet<>(frozen.keySet());
        spots.addAll(known.keySet());
        Map<Spot, ListDifference.Moved> moved = new HashMap<>();
        for (Spot spot : spots) {
            Set<String> gone = new HashSet<>(frozen.getOrDefault(spot, Set.of()));
            Set<String> came = new HashSet<>(known.getOrDefault(spot, Set.of()));
            came.removeAll(frozen.getOrDefault(spot, Set.of()));
            gone.removeAll(known.getOrDefault(spot, Set.of()));
            moved.put(spot, new ListDifference.Moved(came.size(), gone.size()));
        }
        return moved;
    }

    private static Map<Spot, Set<String>> bySpot(List<Item> items) {
        Map<Spot, Set<String>> all = new HashMap<>();
        for (Item item : items) {
            List<Spot> spots = new ArrayList<>(List.of(new Spot("many", null)));
            DivisionCode place = item.place();
            if (place != null && place.level() > 2) {
                spots.add(new Spot("many", place.atLevel(3)));
            }
            spots.forEach(
                    spot -> all.computeIfAbsent(spot, _ -> new HashSet<>()).add(item.ref()));
        }
        return all;
    }

    @Test
    void aPageOfACountyIsItsPartOfTheListInOrder() {
        Random random = new Random(7);
        BriefingStore briefings = new BriefingStore(database.jdbc(), new JdbcTemplate(database.dataSource()));
        ItemStore store = new ItemStore(database.jdbc(), new JdbcTemplate(database.dataSource()));
        Briefing briefing = new Briefing(
                UUID.randomUUID(), CITY, LocalDate.EPOCH, Instant.EPOCH, Instant.EPOCH, ZoneId.of("UTC"), "x");
        briefings.add(briefing);
        List<Item> all = list(random, 1_200);
        ItemBatch batch = new ItemBatch(store, briefing, LINE);
        all.forEach(batch::add);
        batch.write();
        Spot county = new Spot("many", DivisionCode.of("210303000000"));
        List<Item> paged = new ArrayList<>();
        ItemPage page;
        int after = -1;
        do {
            page = ItemPage.of(store.page(briefing.id(), county, after, 101), 100, store.count(briefing.id(), county));
            paged.addAll(page.items());
            after = page.last();
        } while (page.hasMore());
        assertThat(paged)
                .isEqualTo(all.stream()
                        .filter(item -> item.place() != null
                                && DivisionCode.of("210303000000").contains(item.place()))
                        .collect(Collectors.toList()));
        assertThat(page.total()).isEqualTo(paged.size());
    }
}
