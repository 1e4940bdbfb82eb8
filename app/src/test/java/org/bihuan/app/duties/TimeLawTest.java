package org.bihuan.app.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.bihuan.policy.format.RawFact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Law 4 in the database: what stands there tells every later moment, whether a worker lives until then or not. */
@Tag("database")
class TimeLawTest {
    @RegisterExtension
    static final Machine MACHINE = new Machine("anshan-2020");

    @TempDir
    static Path folder;

    private final Derived derived = Derived.of(MACHINE);

    @BeforeAll
    static void twoOrders() {
        MACHINE.at(RandomHistory.NOW);
        Path school = TestPacks.sensitiveSchool(folder);
        MACHINE.orders().activate(school, Machine.home().resolve("packs"), MACHINE.now(), "test");
        MACHINE.settle();
    }

    @Test
    void measuresReadByTimeAreThoseThatTheClockWouldHaveWritten() {
        LawRounds.play(3, random -> {
            derived.clear();
            MACHINE.at(RandomHistory.NOW);
            List<RawFact> facts = RandomHistory.of(random, 40, derived::duties);
            MACHINE.append(facts.toArray(RawFact[]::new));
            MACHINE.settle();
            List<Map<String, @Nullable Object>> foreseen = measures();
            for (Instant later : moments(foreseen, random)) {
                MACHINE.at(later);
                MACHINE.settle();
                assertThat(Derived.difference(at(foreseen, later), at(measures(), later)))
                        .as("at %s", later)
                        .isEmpty();
                assertThat(Derived.difference(derived.twin(facts, RandomHistory.NOW), derived.stored()))
                        .as("at %s", later)
                        .isEmpty();
            }
        });
    }

    /** A few moments at random and at the bounds that are stored, the second before, and the second after. */
    private static TreeSet<Instant> moments(List<Map<String, @Nullable Object>> rows, Random random) {
        TreeSet<Instant> moments = new TreeSet<>();
        for (int i = 0; i < 3; i++) {
            moments.add(RandomHistory.NOW.plus(Duration.ofMinutes(1 + random.nextInt(20 * 24 * 60))));
        }
        for (Map<String, @Nullable Object> row : rows) {
            Instant end = Derived.instant(row, "ends_at");
            if (end != null && random.nextInt(3) == 0) {
                moments.add(end.plusSeconds(random.nextInt(3) - 1));
            }
        }
        moments.removeIf(each -> !each.isAfter(RandomHistory.NOW));
        return moments;
    }

    private List<Map<String, @Nullable Object>> measures() {
        return derived.rows("select * from duties.measure where subject not like 'region:%'");
    }

    private static List<String> at(List<Map<String, @Nullable Object>> rows, Instant moment) {
        List<String> lines = new ArrayList<>();
        for (Map<String, @Nullable Object> row : rows) {
            Instant from = Derived.instant(row, "starts_at");
            Instant until = Derived.instant(row, "ends_at");
            if (from != null && !from.isAfter(moment) && (until == null || until.isAfter(moment))) {
                lines.add(row.get("subject") + " " + row.get("kind") + " " + row.get("lawful_from") + " "
                        + row.get("lawful_until") + " " + row.get("overdue_since"));
            }
        }
        return lines.stream().sorted().toList();
    }
}
