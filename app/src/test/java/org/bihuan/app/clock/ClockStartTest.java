package org.bihuan.app.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bihuan.app.database.TestDatabase;
import org.bihuan.app.startup.StartupRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which clock a server gets on which database. */
@Tag("database")
class ClockStartTest {
    private static final Instant SEEN = Instant.parse("2026-03-01T00:00:00Z");
    private static final ClockSettings WORK = new ClockSettings(false, null, 1, false);

    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    private final ReadingStore store = new ReadingStore(database.jdbc());

    @BeforeEach
    void forget() {
        database.jdbcOfOwner().sql("delete from clock.reading").update();
    }

    @Test
    void aNewDatabaseTakesTheMachinesTime() {
        assertThat(ClockStart.steady(store, WORK, at(SEEN)).instant()).isEqualTo(SEEN);
    }

    @Test
    void aMachineALittleBehindStandsStillUntilItHasCaughtUp() {
        seen(Reading.Kind.SYSTEM);
        Instant atTolerance = SEEN.minus(ClockStart.TOLERANCE);
        assertThat(ClockStart.steady(store, WORK, at(atTolerance)).instant()).isEqualTo(SEEN);
    }

    @Test
    void aMachineSetBackIsRefusedWithBothTimes() {
        seen(Reading.Kind.SYSTEM);
        Instant back = SEEN.minus(ClockStart.TOLERANCE).minusSeconds(1);
        StartupRefused refused = refused("clock-behind", () -> ClockStart.steady(store, WORK, at(back)));
        assertThat(refused.english()).contains(back.toString(), SEEN.toString());
        assertThat(refused.chinese()).contains(back.toString(), SEEN.toString());
    }

    @Test
    void theOperatorMayTakeTheEarlierTime() {
        seen(Reading.Kind.SYSTEM);
        Instant back = SEEN.minus(Duration.ofDays(365));
        ClockSettings accepting = new ClockSettings(false, null, 1, true);
        SteadyClock accepted = ClockStart.steady(store, accepting, at(back));
        assertThat(accepted.instant()).isEqualTo(back);
        store.save(new Reading(accepted.instant(), 1, Reading.Kind.SYSTEM));
        assertThat(ClockStart.steady(store, WORK, at(back)).instant())
                .as("the next start needs no permission")
                .isEqualTo(back);
    }

    @Test
    void aTimeMachineBeginsWhereTheSettingsSayAndOnlyOnce() {
        ClockSettings drill = new ClockSettings(true, Instant.parse("2020-07-26T00:00:00Z"), 60, false);
        TimeMachine first = ClockStart.timeMachine(store, drill, at(SEEN), () -> 0);
        assertThat(first.instant()).isEqualTo(Instant.parse("2020-07-26T00:00:00Z"));
        first.moveForward(Duration.ofDays(3));
        first.stop();
        assertThat(ClockStart.timeMachine(store, drill, at(SEEN), () -> 0).instant())
                .isEqualTo(Instant.parse("2020-07-29T00:00:00Z"));
    }

    @Test
    void theTwoKindsNeverMixOnOneDatabase() {
        seen(Reading.Kind.TIME_MACHINE);
        refused("clock-kind", () -> ClockStart.steady(store, WORK, at(SEEN)));
        database.jdbcOfOwner().sql("delete from clock.reading").update();
        seen(Reading.Kind.SYSTEM);
        ClockSettings drill = new ClockSettings(true, null, 1, false);
        refused("clock-kind", () -> ClockStart.timeMachine(store, drill, at(SEEN), () -> 0));
    }

    private void seen(Reading.Kind kind) {
        store.save(new Reading(SEEN, 1, kind));
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    private static StartupRefused refused(String code, ThrowingCallable call) {
        return assertThatExceptionOfType(StartupRefused.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code))
                .actual();
    }
}
