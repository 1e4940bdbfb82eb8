package org.bihuan.app.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.RunningServer;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Roles;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.Duty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the count of everything says of any list is what reading the list says. */
@Tag("database")
class DutyCubeTest {
    private static final Instant NOW = Instant.parse("2020-07-26T12:00:00Z");
    private static final List<String> PLACES =
            List.of("210302000000", "210302002001", "210302002000", "210303000000", "210304001000", "210402000000");
    private static final List<String> OWNERS = List.of("community", "sampling-team", "school");
    private static final List<String> KINDS = List.of("visit", "test", "report");
    private static final List<String> REGIONS =
            List.of("210300000000", "210302000000", "210302002000", "210302002001", "210400000000");
    private static final List<String> ROLES = List.of("headquarters", "sampling-team", "community");
    private static final long SEED = Long.getLong("bihuan.seed", System.nanoTime());

    @RegisterExtension
    static final RunningServer SERVER = new RunningServer(
            "--bihuan.clock.time-machine=true", "--bihuan.clock.start=2020-07-26T12:00:00Z", "--bihuan.clock.speed=0");

    @BeforeAll
    static void fill() {
        System.out.println("DutyCubeTest -Dbihuan.seed=" + SEED);
        Random random = new Random(SEED);
        JdbcClient owner = SERVER.database().jdbcOfOwner();
        for (int i = 0; i < 500; i++) {
            boolean met = random.nextInt(4) == 0;
            Instant opens = time(random);
            owner.sql("""
                            insert into duties.duty (id, subject, recorded_subject, pack, episode, obligation, step, kind, owner,
                                division, opens_at, due_at, attempts, clauses, title_zh, title_en, content_hash, assignee,
                                met_fact, met_at, met_known_at, waived_at, foreseen_at, foreseen_known_at)
                            values (:id, 'person:x', 'person:x', 'p', :id, 'o', 's', :kind, :owner, :division, :opens, :due,
                                    0, '', '', '', :id, :assignee, :fact, :known, :known, :waived, :foreseen, :foreseen)
                            """)
                    .param("id", new UUID(random.nextLong(), random.nextLong()))
                    .param("kind", any(random, KINDS))
                    .param("owner", any(random, OWNERS))
                    .param(
                            "division",
                            random.nextInt(10) == 0 ? null : Long.valueOf(any(random, PLACES)),
                            java.sql.Types.BIGINT)
                    .param("opens", opens.atOffset(ZoneOffset.UTC))
                    .param(
                            "due",
                            opens.plus(Duration.ofHours(random.nextInt(30))).atOffset(ZoneOffset.UTC))
                    .param("assignee", random.nextBoolean() ? "li" : null, java.sql.Types.VARCHAR)
                    .param("fact", met ? UUID.randomUUID() : null, java.sql.Types.OTHER)
                    .param("known", moment(met, random), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                    .param("waived", moment(random.nextInt(8) == 0, random), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                    .param(
                            "foreseen",
                            moment(!met && random.nextInt(6) == 0, random),
                            java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                    .update();
            owner.sql("""
                            insert into duties.measure (subject, number, kind, axis, division, starts_at, ends_at, lawful_from,
                                                        clauses)
                            values (:subject, :number, :kind, 'a', :division, :starts, :ends, :starts, '')
                            """)
                    .param("subject", "person:m" + random.nextInt(200))
                    .param("number", i)
                    .param("kind", any(random, KINDS))
                    .param(
                            "division",
                            random.nextInt(10) == 0 ? null : Long.valueOf(any(random, PLACES)),
                            java.sql.Types.BIGINT)
                    .param("starts", time(random).atOffset(ZoneOffset.UTC))
                    .param("ends", moment(random.nextBoolean(), random), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                    .update();
        }
    }

    private static <T> T any(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Many of them exactly now, in an hour, in a day. */
    private static Instant time(Random random) {
        return NOW.plus(Duration.ofHours(random.nextInt(60) - 30));
    }

    private static java.time.@Nullable OffsetDateTime moment(boolean is, Random random) {
        return is ? time(random).atOffset(ZoneOffset.UTC) : null;
    }

    private static <T> T counted(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(
                SERVER.bean(TransactionTemplate.class).execute(status -> work.get()));
    }

    private static Asker asker(Random random) {
        return new Asker(
                new UUID(0, 1),
                "li",
                "li",
                java.util.Objects.requireNonNull(Roles.builtIn().get(any(random, ROLES))),
                DivisionCode.of(any(random, REGIONS)),
                "");
    }

    private static DutyQuery query(Random random) {
        Set<Duty.State> states =
                new HashSet<>(List.of(any(random, List.of(Duty.State.LATE, Duty.State.OPEN, Duty.State.SCHEDULED))));
        boolean soon = random.nextInt(3) == 0;
        if (soon) {
            states = Set.of(Duty.State.OPEN);
        } else if (random.nextBoolean()) {
            states.add(Duty.State.OPEN);
        }
        return new DutyQuery(
                states,
                random.nextInt(3) == 0 ? Optional.of(DivisionCode.of(any(random, REGIONS))) : Optional.empty(),
                random.nextInt(4) == 0 ? Optional.of(any(random, OWNERS)) : Optional.empty(),
                random.nextInt(4) == 0 ? Optional.of(any(random, KINDS)) : Optional.empty(),
                soon
                        ? Optional.of(NOW.plus(random.nextBoolean() ? Duration.ofHours(1) : Duration.ofDays(1)))
                        : Optional.empty(),
                random.nextInt(4) == 0 ? DutyQuery.Assigned.TO_NOBODY : DutyQuery.Assigned.ANY,
                Optional.empty(),
                1);
    }

    @Test
    void everyListHasTheLengthThatTheSumSays() throws Exception {
        DutyCube cube = Asking.asMachine(
                () -> counted(() -> SERVER.bean(CubeStore.class).duties(NOW)));
        ReadStore reads = SERVER.bean(ReadStore.class);
        Random random = new Random(SEED + 1);
        long all = 0;
        for (int i = 0; i < 400; i++) {
            DutyQuery query = query(random);
            Asker asker = asker(random);
            assertThat(DutyCube.answers(query, NOW)).isTrue();
            all += Asking.as(asker, () -> {
                var read = counted(() -> reads.count(query, NOW));
                assertThat(cube.count(Asking.sight(), query, NOW))
                        .as("%s of %s", query, asker)
                        .isEqualTo(read);
                assertThat(cube.cost(Asking.sight(), query, NOW))
                        .isGreaterThanOrEqualTo(read.values().stream()
                                .mapToLong(Long::longValue)
                                .sum());
                for (int level = 3; level <= 5; level++) {
                    int each = level;
                    assertThat(cube.countByPlace(Asking.sight(), query, each, NOW))
                            .isEqualTo(counted(() -> reads.countByPlace(query, each, NOW)));
                }
                return read.values().stream().mapToLong(Long::longValue).sum();
            });
        }
        assertThat(all).as("something was compared").isPositive();
    }

    @Test
    void everybodyUnderAMeasureIsCountedOnce() throws Exception {
        MeasureCube cube = Asking.asMachine(
                () -> counted(() -> SERVER.bean(CubeStore.class).measures(NOW)));
        ReadStore reads = SERVER.bean(ReadStore.class);
        Random random = new Random(SEED + 2);
        for (int i = 0; i < 60; i++) {
            Set<String> kinds = new HashSet<>(List.of(any(random, KINDS), any(random, KINDS)));
            Asker asker = asker(random);
            long read = Asking.as(asker, () -> counted(() -> reads.countUnderMeasure(kinds, NOW)));
            assertThat(Asking.as(asker, () -> cube.count(Asking.sight(), kinds)))
                    .as("%s of %s", kinds, asker)
                    .isEqualTo(read);
        }
    }

    @Test
    void whatTheSumDoesNotKnowIsRead() {
        DutyQuery mine = new DutyQuery(
                Set.of(Duty.State.OPEN),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                DutyQuery.Assigned.to("li"),
                Optional.empty(),
                1);
        assertThat(DutyCube.answers(mine, NOW)).isFalse();
        DutyQuery odd = new DutyQuery(
                Set.of(Duty.State.OPEN),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(NOW.plus(Duration.ofHours(2))),
                Optional.empty(),
                1);
        assertThat(DutyCube.answers(odd, NOW)).isFalse();
        assertThat(DutyCube.answers(odd.unpaged(Set.of(Duty.State.MET)), NOW)).isFalse();
        assertThat(DutyCube.answers(odd.unpaged(Set.of()), NOW)).isFalse();
    }
}
