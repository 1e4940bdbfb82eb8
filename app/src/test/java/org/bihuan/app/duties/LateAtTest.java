package org.bihuan.app.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.Duty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was late at a moment of the past, and where things lie, beside the slow and obvious way to find out. */
@Tag("database")
class LateAtTest {
    private static final Instant START = Instant.parse("2020-07-20T00:00:00Z");
    private static final DivisionCode CITY = DivisionCode.of("210300000000");
    private static final List<String> PLACES =
            List.of("210302000000", "210302002000", "210303000000", "210304001000", "210311000000");

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true", "--bihuan.clock.start=2020-07-26T12:00:00Z", "--bihuan.clock.speed=0");

    /** A duty as it was put there. */
    private record Row(
            UUID id,
            @Nullable Long division,
            Instant due,
            @Nullable Instant known,
            @Nullable Instant waived,
            @Nullable Instant foreseen) {
        boolean isLateAt(Instant then) {
            boolean waivedThen = waived != null && !waived.isAfter(then);
            boolean metThen = known != null && !known.isAfter(then) || foreseen != null && !foreseen.isAfter(then);
            return !waivedThen && !metThen && !due.isAfter(then);
        }
    }

    private static final List<Row> ROWS = new ArrayList<>();

    @BeforeAll
    static void fill() {
        long seed = Long.getLong("bihuan.seed", System.nanoTime());
        System.out.println("LateAtTest -Dbihuan.seed=" + seed);
        Random random = new Random(seed);
        JdbcClient owner = SERVER.database().jdbcOfOwner();
        for (int i = 0; i < 600; i++) {
            boolean met = random.nextInt(3) == 0;
            Row row = new Row(
                    new UUID(random.nextLong(), random.nextLong()),
                    random.nextInt(12) == 0 ? null : Long.valueOf(PLACES.get(random.nextInt(PLACES.size()))),
                    hour(random),
                    met ? hour(random) : null,
                    random.nextInt(6) == 0 ? hour(random) : null,
                    !met && random.nextInt(6) == 0 ? hour(random) : null);
            ROWS.add(row);
            owner.sql("""
                            insert into duties.duty (id, subject, recorded_subject, pack, episode, obligation, step, kind, owner,
                                division, opens_at, due_at, attempts, clauses, title_zh, title_en, content_hash,
                                met_fact, met_at, met_known_at, waived_at, foreseen_at, foreseen_known_at)
                            values (:id, 'person:x', 'person:x', 'p', :id, 'o', 's', 'k', 'community', :division, :opens, :due,
                                    0, '', '', '', :id, :fact, :known, :known, :waived, :foreseen, :foreseen)
                            """)
                    .param("id", row.id())
                    .param("division", row.division(), java.sql.Types.BIGINT)
                    .param("opens", START.atOffset(ZoneOffset.UTC))
                    .param("due", row.due().atOffset(ZoneOffset.UTC))
                    .param("fact", met ? UUID.randomUUID() : null, java.sql.Types.OTHER)
                    .param("known", time(row.known()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                    .param("waived", time(row.waived()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                    .param("foreseen", time(row.foreseen()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                    .update();
        }
    }

    private static Instant hour(Random random) {
        return START.plus(Duration.ofHours(random.nextInt(120))); // many at the very same hour
    }

    private static java.time.@Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    @Test
    void theThreePartsAreWhatWasLateAtEachHour() {
        for (int hour = -1; hour <= 121; hour += 7) {
            Instant then = START.plus(Duration.ofHours(hour));
            for (DivisionCode division : List.of(CITY, DivisionCode.of("210302000000"))) {
                List<LateDuty> found = new ArrayList<>();
                SERVER.bean(LateDuties.class).at(then, new LateDuty.Asked(division, "", "community"), found::add);
                assertThat(found)
                        .as("%s %s", division, then)
                        .extracting(LateDuty::id)
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(ROWS.stream()
                                .filter(row -> row.isLateAt(then))
                                .filter(row -> row.division() == null
                                        ? division.equals(CITY)
                                        : division.contains(new DivisionCode(row.division())))
                                .map(Row::id)
                                .toList());
            }
        }
    }

    @Test
    void theCountOfAPlaceIsTheLengthOfItsList() {
        Duties duties = SERVER.bean(Duties.class);
        Instant now = START.plus(Duration.ofHours(90));
        for (int level : new int[] {3, 4}) {
            java.util.Map<DivisionCode, Long> counts = duties.countByPlace(query(Optional.empty()), level, now);
            assertThat(counts).isNotEmpty();
            counts.forEach((place, count) -> assertThat(duties.list(query(Optional.of(place)), now))
                    .as("%s", place)
                    .hasSize(count.intValue()));
        }
        assertThat(duties.countByPlace(query(Optional.empty()), 3, now).values().stream()
                        .mapToLong(each -> each)
                        .sum())
                .isEqualTo(duties.list(query(Optional.empty()), now).stream()
                        .filter(each -> each.division() != null)
                        .count());
    }

    private static DutyQuery query(Optional<DivisionCode> division) {
        return new DutyQuery(
                Set.of(Duty.State.LATE),
                division,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                500);
    }
}
