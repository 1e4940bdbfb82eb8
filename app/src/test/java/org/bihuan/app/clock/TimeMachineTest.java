package org.bihuan.app.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bihuan.app.clock.TimeMachine.Change;
import org.bihuan.app.clock.TimeMachine.Rule;
import org.bihuan.app.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Moved forward, sped up, stopped and killed: time goes on and never back. */
@Tag("database")
class TimeMachineTest {
    private static final Instant START = Instant.parse("2020-07-26T00:00:00Z");

    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private final ReadingStore store = new ReadingStore(database.jdbc());
    private final AtomicLong real = new AtomicLong(42);

    @BeforeEach
    void forget() {
        database.jdbcOfOwner().sql("delete from clock.reading").update();
    }

    @Test
    void itBeginsAtItsStartAndPassesAtItsSpeed() {
        TimeMachine machine = machine(START, 60);
        assertThat(machine.instant()).isEqualTo(START);
        pass(Duration.ofSeconds(2));
        assertThat(machine.instant()).isEqualTo(START.plusSeconds(120));
    }

    @Test
    void aMoveForwardShowsAtOnce() {
        TimeMachine machine = machine(START, 1);
        assertThat(machine.moveForward(Duration.ofDays(14)))
                .isEqualTo(new Change.Done(START.plus(Duration.ofDays(14))));
        assertThat(machine.instant()).isEqualTo(START.plus(Duration.ofDays(14)));
    }

    @Test
    void aMoveBackIsRefusedAndChangesNothing() {
        TimeMachine machine = machine(START, 1);
        assertThat(machine.moveTo(START.minusNanos(1000))).isEqualTo(new Change.Refused(Rule.NOT_BACK, START));
        assertThat(machine.moveForward(Duration.ofSeconds(-1))).isEqualTo(new Change.Refused(Rule.NOT_BACK, START));
        assertThat(machine.moveTo(START)).isEqualTo(new Change.Done(START));
    }

    @Test
    void aSlipInTheYearIsRefused() {
        TimeMachine machine = machine(START, 1);
        Instant furthest = START.plus(TimeMachine.LONGEST_MOVE);
        assertThat(machine.moveTo(furthest.plusSeconds(1))).isEqualTo(new Change.Refused(Rule.NOT_SO_FAR, START));
        assertThat(machine.moveForward(Duration.ofSeconds(Long.MAX_VALUE)))
                .isEqualTo(new Change.Refused(Rule.NOT_SO_FAR, START));
        assertThat(machine.moveTo(furthest)).isEqualTo(new Change.Done(furthest));
    }

    @Test
    void theSpeedHasLimits() {
        TimeMachine machine = machine(START, 1);
        for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY, 86_401}) {
            assertThat(machine.setSpeed(wrong)).isEqualTo(new Change.Refused(Rule.SPEED_IN_RANGE, START));
        }
        assertThat(machine.setSpeed(0)).isEqualTo(new Change.Done(START));
        pass(Duration.ofHours(1));
        assertThat(machine.instant()).as("stands still").isEqualTo(START);
        machine.setSpeed(TimeMachine.HIGHEST_SPEED);
        pass(Duration.ofSeconds(1));
        assertThat(machine.instant()).isEqualTo(START.plus(Duration.ofDays(1)));
    }

    @Test
    void anOrderlyStopGoesOnWhereItStood() {
        TimeMachine first = machine(START, 600);
        pass(Duration.ofSeconds(3));
        Instant stopped = first.instant();
        first.stop();
        pass(Duration.ofHours(9));
        TimeMachine second = resumed();
        assertThat(second.instant()).isEqualTo(stopped);
        assertThat(second.speed()).isEqualTo(600);
    }

    @Test
    void whenTheReserveIsNotMovedOnTimeStandsStillAtIt() {
        TimeMachine machine = machine(START, 10);
        pass(Duration.ofMinutes(5));
        assertThat(machine.instant()).isEqualTo(START.plusSeconds(50));
        machine.keep();
        pass(Duration.ofSeconds(1));
        assertThat(machine.instant()).isEqualTo(START.plusSeconds(60));
    }

    /** Random moves, speeds, beats and kills: no instant is earlier than one before it. */
    @Test
    void neverGoesBack() {
        long seed = Long.getLong("bihuan.seed", new Random().nextLong());
        System.out.println("TimeMachineTest -Dbihuan.seed=" + seed);
        Random random = new Random(seed);
        TimeMachine machine = machine(START, 1);
        Instant latest = START;
        for (int step = 0; step < 500; step++) {
            switch (random.nextInt(7)) {
                case 0 -> machine.moveForward(Duration.ofSeconds(random.nextInt(-100, 100_000)));
                case 1 -> machine.moveTo(latest.plusMillis(random.nextInt(-100_000, 100_000)));
                case 2 -> machine.setSpeed(random.nextDouble(-1, 1000));
                case 3 -> machine.keep();
                case 4 -> machine.stop();
                case 5 -> machine = resumed();
                default -> pass(Duration.ofMillis(random.nextInt(20_000)));
            }
            Instant now = machine.instant();
            assertThat(now).as("seed %d step %d", seed, step).isAfterOrEqualTo(latest);
            latest = now;
        }
    }

    private TimeMachine machine(Instant start, double speed) {
        return new TimeMachine(store, start, speed, real::get);
    }

    private TimeMachine resumed() {
        Reading last = store.find().orElseThrow();
        return machine(last.instant(), last.speed());
    }

    private void pass(Duration time) {
        real.addAndGet(TimeUnit.MILLISECONDS.toNanos(time.toMillis()));
    }
}
