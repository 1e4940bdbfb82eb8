package org.bihuan.app.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** After what is planned was issued, exactly one valid notice stands for each measure in force and tells it as it is. */
class NoticePlanTest {
    private static final Instant START = Instant.parse("2020-07-26T00:00:00Z");

    @Test
    void oneValidNoticeStandsForEachMeasure() {
        Long replayed = Long.getLong("bihuan.seed");
        long seed = replayed == null ? System.nanoTime() : replayed;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int history = 0; history < 200; history++) {
            List<NoticePlan.Valid> valid = new ArrayList<>();
            Instant now = START;
            for (int step = 0; step < 12; step++) {
                now = now.plus(Duration.ofDays(random.nextInt(4)));
                List<Ground> inForce = grounds(random, now);
                for (NoticePlan.Step each : NoticePlan.of(inForce, valid, now)) {
                    check(each, valid, now);
                    valid.removeIf(notice -> notice.id().equals(each.before()));
                    if (each.kind() == NoticeKind.NOTICE) {
                        valid.add(new NoticePlan.Valid(new UUID(random.nextLong(), 1), each.ground()));
                    }
                }
                assertThat(valid.stream().map(NoticePlan.Valid::ground))
                        .as("seed %s", seed)
                        .containsExactlyInAnyOrderElementsOf(inForce);
                assertThat(NoticePlan.of(inForce, valid, now))
                        .as("once is enough")
                        .isEmpty();
            }
        }
    }

    private static void check(NoticePlan.Step step, List<NoticePlan.Valid> valid, Instant now) {
        if (step.before() == null) {
            assertThat(step.kind()).isEqualTo(NoticeKind.NOTICE);
            return;
        }
        Ground before = valid.stream()
                .filter(each -> each.id().equals(step.before()))
                .findFirst()
                .orElseThrow()
                .ground();
        Instant until = before.until();
        boolean ended = until != null && !now.isBefore(until);
        if (step.kind() == NoticeKind.NOTICE) {
            assertThat(before.kind()).isEqualTo(step.ground().kind());
            assertThat(before.measure().equals(step.ground().measure()) || !ended)
                    .as("what has ended is certified, not replaced by another measure")
                    .isTrue();
        } else {
            assertThat(step.kind() == NoticeKind.RELEASE).isEqualTo(ended);
        }
    }

    @Test
    void aMeasureThatHangsOnAnotherEpisodeNowReplacesItsNotice() {
        Ground before = new Ground(new UUID(0, 7), "home-observation", START, START.plusSeconds(60), List.of("S0-01"));
        Ground after = new Ground(new UUID(0, 8), "home-observation", START, START.plusSeconds(60), List.of("S0-01"));
        NoticePlan.Valid notice = new NoticePlan.Valid(new UUID(1, 1), before);
        assertThat(NoticePlan.of(List.of(after), List.of(notice), START))
                .containsExactly(new NoticePlan.Step(NoticeKind.NOTICE, after, notice.id()));
        assertThat(NoticePlan.of(List.of(after), List.of(notice), START.plusSeconds(60)))
                .containsExactly(
                        new NoticePlan.Step(NoticeKind.NOTICE, after, null),
                        new NoticePlan.Step(NoticeKind.RELEASE, before, notice.id()));
    }

    private static List<Ground> grounds(Random random, Instant now) {
        List<Ground> grounds = new ArrayList<>();
        for (int measure = 0; measure < 3; measure++) {
            if (random.nextBoolean()) {
                Instant from = START.minus(Duration.ofHours(random.nextInt(3)));
                Instant until = random.nextInt(4) == 0 ? null : now.plus(Duration.ofDays(1L + random.nextInt(3)));
                grounds.add(new Ground(
                        new UUID(0, measure),
                        measure < 2 ? "home-observation" : "exclusion",
                        from,
                        until,
                        List.of("S0-0" + measure)));
            }
        }
        return grounds;
    }
}
