package org.bihuan.app.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.bihuan.app.startup.StartupRefused;

/** Makes the clock from what the settings want and what the database has seen. */
final class ClockStart {
    /** The machine's clock may be that far behind the last reading without anybody being asked. */
    static final Duration TOLERANCE = Duration.ofMinutes(1);

    private ClockStart() {}

    static TimeMachine timeMachine(
            ReadingStore store, ClockSettings settings, Clock machine, LongSupplier nanoseconds) {
        Optional<Reading> last = kept(store, Reading.Kind.TIME_MACHINE);
        if (last.isPresent()) {
            return new TimeMachine(store, last.get().instant(), last.get().speed(), nanoseconds);
        }
        Instant start = settings.start() == null ? machine.instant() : settings.start();
        return new TimeMachine(store, start, settings.speed(), nanoseconds);
    }

    static SteadyClock steady(ReadingStore store, ClockSettings settings, Clock machine) {
        Instant now = machine.instant();
        Instant seen = kept(store, Reading.Kind.SYSTEM).map(Reading::instant).orElse(now);
        if (settings.acceptEarlier()) {
            return new SteadyClock(machine, now);
        }
        if (now.plus(TOLERANCE).isBefore(seen)) {
            throw new StartupRefused(
                    "clock-behind",
                    "本机时间是 " + now + ",而这个数据库已经记录到 " + seen + "。请先校准本机时间(NTP);"
                            + "若当时的时间才是错的,用 --bihuan.clock.accept-earlier=true 启动一次。",
                    "This machine's time is " + now + ", but this database has already seen " + seen
                            + ". Set the machine's clock right (NTP); if the earlier time was the wrong one, start once"
                            + " with --bihuan.clock.accept-earlier=true.");
        }
        return new SteadyClock(machine, seen);
    }

    private static Optional<Reading> kept(ReadingStore store, Reading.Kind wanted) {
        Optional<Reading> last = store.find();
        if (last.isPresent() && last.get().kind() != wanted) {
            throw new StartupRefused(
                    "clock-kind",
                    "这个数据库一直用" + (wanted == Reading.Kind.SYSTEM ? "时间机器(演示、演练)" : "真实时间")
                            + "运行,不能改用另一种时钟(bihuan.clock.time-machine),否则记录的时间会混乱。请换一个数据目录或数据库。",
                    "This database has always run on "
                            + (wanted == Reading.Kind.SYSTEM ? "a time machine (demonstration, drill)" : "real time")
                            + " and cannot change to the other kind of clock (bihuan.clock.time-machine): recorded times"
                            + " would be mixed up. Use another data folder or database.");
        }
        return last;
    }
}
