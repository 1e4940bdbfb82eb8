package org.bihuan.app.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.policy.decide.Duty;
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
            Set<UUID> known = ids();
            for (Instant later : moments(foreseen, random)) {
                MACHINE.at(later);
                Set<UUID> met = met(later);
                MACHINE.settle();
                Set<UUID> stayed = ids();
                stayed.retainAll(known);
                met.retainAll(stayed);
                Set<UUID> written = met(later);
                written.retainAll(stayed);
                assertThat(met).as("met at %s", later).isEqualTo(written);
                assertThat(Derived.difference(at(foreseen, later), at(measures(), later)))
                        .as("at %s", later)
                        .isEmpty();
                assertThat(Derived.difference(derived.twin(facts, RandomHistory.NOW), derived.stored()))
                        .as("at %s", later)
                        .isEmpty();
            }
        });
    }

    private Set<UUID> ids() {
        return derived.rows("select id from duties.duty").stream()
                .map(row -> (UUID) Objects.requireNonNull(row.get("id")))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Duties that a reader sees as met at the moment, whether or not a worker has come by. */
    private static Set<UUID> met(Instant moment) {
        return MACHINE
                .duties()
                .list(
                        new DutyQuery(
                                Set.of(Duty.State.MET),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                500),
                        moment)
                .stream()
                .map(DutyView::id)
                .collect(Collectors.toCollection(HashSet::new));
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
