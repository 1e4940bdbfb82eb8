package org.bihuan.app.shifts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bihuan.app.shifts.domain.Period;
import org.bihuan.proof.Clause;
import org.junit.jupiter.api.Test;

/** The empty shifts of a roster, against asking minute by minute. */
class PeriodTest {
    @Test
    @Clause({"S1-095", "S2-03"})
    void noMinuteIsForgotten() {
        long seed = Long.getLong("bihuan.seed", new Random().nextLong());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            Period whole = period(0, 1 + random.nextInt(60));
            List<Period> turns = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                int from = random.nextInt(80) - 10;
                turns.add(period(from, from + 1 + random.nextInt(30)));
            }
            List<Period> gaps = whole.gaps(turns);
            for (int minute = -12; minute < 100; minute++) {
                Instant at = at(minute);
                boolean empty = whole.has(at) && turns.stream().noneMatch(turn -> turn.has(at));
                assertThat(gaps.stream().anyMatch(gap -> gap.has(at)))
                        .as("seed %d round %d minute %d of %s in %s", seed, round, minute, turns, whole)
                        .isEqualTo(empty);
            }
            assertThat(gaps).allMatch(gap -> gap.from().isBefore(gap.until()));
        }
    }

    private static Period period(int from, int until) {
        return new Period(at(from), at(until));
    }

    private static Instant at(int minute) {
        return Instant.EPOCH.plusSeconds(60L * minute);
    }
}
