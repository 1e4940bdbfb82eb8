package org.bihuan.app.site;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.bihuan.app.clock.TimeMachine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** When it is, for pages: the zone in which they say it, and the demonstration's clock where there is one. Thread-safe. */
@Component
class PageTime {
    private final Clock clock;
    private final ZoneId zone;
    private final ObjectProvider<TimeMachine> timeMachine;

    PageTime(Clock clock, @Value("${bihuan.zone}") ZoneId zone, ObjectProvider<TimeMachine> timeMachine) {
        this.clock = clock;
        this.zone = zone;
        this.timeMachine = timeMachine;
    }

    ZoneId zone() {
        return zone;
    }

    Instant now() {
        return clock.instant();
    }

    /** Empty in earnest. */
    Optional<DemoTime> demo() {
        return Optional.ofNullable(timeMachine.getIfAvailable())
                .map(machine -> new DemoTime(machine.instant(), speed(machine.speed())));
    }

    private static String speed(double speed) {
        return speed == Math.rint(speed) ? Long.toString((long) speed) : Double.toString(speed);
    }
}
