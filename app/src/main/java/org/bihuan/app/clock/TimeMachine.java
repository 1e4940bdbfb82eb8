package org.bihuan.app.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * The clock of a demonstration or a drill: real time at a chosen speed, which can be moved forward but never back,
 * since what was recorded would then lie in the future. It stands still while the server is down and goes on from
 * where it stood.
 *
 * <p>No instant is given out beyond the reserve, a mark some seconds ahead that is in the database already. A killed
 * server therefore goes on at its mark, after everything that it recorded. When the mark cannot be moved on, time
 * stands still at it.
 *
 * <p>Instants are whole microseconds, as the database keeps them. Safe for many threads.
 */
public final class TimeMachine extends Clock {
    /** Furthest that one move may go; a slip of the finger in the year cannot be taken back. */
    public static final Duration LONGEST_MOVE = Duration.ofDays(366);

    /** Highest speed: a day a second. */
    public static final double HIGHEST_SPEED = 86_400;

    static final Duration RESERVE = Duration.ofSeconds(5);

    private final ReadingStore store;
    private final LongSupplier nanoseconds;
    private long anchorNanoseconds;
    private Instant anchor;
    private double speed;
    private Instant reserve;

    /**
     * Begins to pass.
     *
     * @param nanoseconds a counter that only goes up, such as {@link System#nanoTime}
     */
    TimeMachine(ReadingStore store, Instant start, double speed, LongSupplier nanoseconds) {
        this.store = store;
        this.nanoseconds = nanoseconds;
        this.anchorNanoseconds = nanoseconds.getAsLong();
        this.anchor = start.truncatedTo(ChronoUnit.MICROS);
        this.speed = speed;
        this.reserve = anchor;
        keep();
    }

    /** What became of a wish to change the time. */
    public sealed interface Change {
        /** @param now the time after the change */
        record Done(Instant now) implements Change {}

        /**
         * Nothing changed.
         *
         * @param now the time, which goes on as before
         */
        record Refused(Rule rule, Instant now) implements Change {}
    }

    /** Why a change is refused. */
    public enum Rule {
        /** Time does not go back. */
        NOT_BACK,
        /** One move goes at most {@link #LONGEST_MOVE} ahead. */
        NOT_SO_FAR,
        /** The speed lies between 0 (time stands still) and {@link #HIGHEST_SPEED}. */
        SPEED_IN_RANGE
    }

    @Override
    public synchronized Instant instant() {
        double passed = (nanoseconds.getAsLong() - anchorNanoseconds) * speed / 1000;
        Instant now = anchor.plus((long) passed, ChronoUnit.MICROS);
        return now.isBefore(reserve) ? now : reserve;
    }

    /** How many seconds pass here in a real second. */
    public synchronized double speed() {
        return speed;
    }

    /** Sets the time. */
    public synchronized Change moveTo(Instant target) {
        Instant now = instant();
        if (target.isBefore(now)) {
            return new Change.Refused(Rule.NOT_BACK, now);
        }
        if (Duration.between(now, target).compareTo(LONGEST_MOVE) > 0) {
            return new Change.Refused(Rule.NOT_SO_FAR, now);
        }
        return set(target.truncatedTo(ChronoUnit.MICROS), speed);
    }

    /** Sets the time that much ahead. */
    public synchronized Change moveForward(Duration by) {
        Instant now = instant();
        if (by.isNegative()) {
            return new Change.Refused(Rule.NOT_BACK, now);
        }
        return by.compareTo(LONGEST_MOVE) > 0 ? new Change.Refused(Rule.NOT_SO_FAR, now) : moveTo(now.plus(by));
    }

    /** Sets how fast time passes, 1 is real time. */
    public synchronized Change setSpeed(double faster) {
        Instant now = instant();
        if (!(faster >= 0 && faster <= HIGHEST_SPEED)) {
            return new Change.Refused(Rule.SPEED_IN_RANGE, now);
        }
        return set(now, faster);
    }

    private Change set(Instant now, double faster) {
        Instant ahead = ahead(now, faster);
        store.save(new Reading(ahead, faster, Reading.Kind.TIME_MACHINE));
        anchorNanoseconds = nanoseconds.getAsLong();
        anchor = now;
        speed = faster;
        reserve = ahead;
        return new Change.Done(now);
    }

    /** Moves the reserve on; to be called more often than every {@link #RESERVE}. */
    synchronized void keep() {
        set(instant(), speed);
    }

    /** The last call: the next start goes on at this very time. */
    synchronized void stop() {
        Instant now = instant();
        store.save(new Reading(now, speed, Reading.Kind.TIME_MACHINE));
        anchor = now;
        reserve = now;
    }

    private static Instant ahead(Instant now, double speed) {
        return now.plus((long) (RESERVE.toNanos() / 1000.0 * speed), ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("name the zone where an instant is turned into a date");
    }
}
