package org.bihuan.app.clock;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The server's clock: real time, or a time machine where the settings ask for one. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    @Bean
    WallClock wallClock() {
        return new WallClock(Clock.systemUTC());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty("bihuan.clock.time-machine")
    static class ForDemonstration {

        @Bean
        TimeMachine clock(ReadingStore store, ClockSettings settings) {
            return ClockStart.timeMachine(store, settings, Clock.systemUTC(), System::nanoTime);
        }

        @Bean
        Heartbeat clockHeartbeat(TimeMachine machine) {
            return new Heartbeat(Duration.ofSeconds(1), machine::keep, machine::stop);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(value = "bihuan.clock.time-machine", havingValue = false, matchIfMissing = true)
    static class ForWork {

        @Bean
        SteadyClock clock(ReadingStore store, ClockSettings settings) {
            return ClockStart.steady(store, settings, Clock.systemUTC());
        }

        @Bean
        Heartbeat clockHeartbeat(ReadingStore store, SteadyClock clock) {
            Runnable save = () -> store.save(new Reading(clock.instant(), 1, Reading.Kind.SYSTEM));
            return new Heartbeat(Duration.ofSeconds(10), save, save);
        }
    }
}
