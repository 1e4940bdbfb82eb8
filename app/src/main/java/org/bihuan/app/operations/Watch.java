package org.bihuan.app.operations;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.app.authority.Asking;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks at the machine every few seconds, keeps what it saw, and says in the log when an alarm is raised and when it is
 * over. Who asks how the machine is gets the last answer at once, also when the database hangs. Thread-safe.
 */
@Component
class Watch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final Observer observer;
    private final Limits limits;
    private final Map<AlarmKind, Long> raised = new EnumMap<>(AlarmKind.class);
    private volatile @Nullable Seen latest;
    private volatile boolean running;
    private Thread thread = Thread.ofPlatform().unstarted(() -> {});

    /**
     * An observation with what follows from it.
     *
     * @param at real time since any fixed moment
     */
    record Seen(Observation observation, List<Alarm> alarms, Duration at) {
        boolean has(AlarmKind kind) {
            return alarms.stream().anyMatch(alarm -> alarm.kind() == kind);
        }
    }

    Watch(Observer observer, Limits limits) {
        this.observer = observer;
        this.limits = limits;
    }

    /** Looks now; also for the page, so that it shows what has just been done. */
    synchronized Seen look() {
        Observation observation = Asking.asMachine(observer::look);
        Seen seen = new Seen(observation, Alarm.of(observation, limits), Duration.ofNanos(System.nanoTime()));
        latest = seen;
        for (Alarm alarm : seen.alarms()) {
            if (raised.put(alarm.kind(), alarm.value()) == null) {
                LOG.error("alarm {} raised, value {}", alarm.kind().label(), alarm.value());
            }
        }
        raised.keySet().removeIf(kind -> {
            boolean over = !seen.has(kind);
            if (over) {
                LOG.warn("alarm {} is over", kind.label());
            }
            return over;
        });
        return seen;
    }

    /** What was last seen, unless that is too long ago to be true. */
    Optional<Seen> latest() {
        Seen seen = latest;
        Duration stale = limits.every().multipliedBy(3).plusSeconds(20);
        return Optional.ofNullable(seen)
                .filter(it -> Duration.ofNanos(System.nanoTime()).minus(it.at()).compareTo(stale) < 0);
    }

    /** Whether it has looked before and cannot any more. */
    boolean isBlind() {
        return latest != null && latest().isEmpty();
    }

    Limits limits() {
        return limits;
    }

    private void watch() {
        while (running) {
            try {
                Thread.sleep(limits.every());
            } catch (InterruptedException e) {
                return;
            }
            lookAnyhow();
        }
    }

    private void lookAnyhow() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.warn("the machine could not be looked at", e);
        }
    }

    /** Looks once before it returns: who asks a server that has just started is told how it is, not that it is down. */
    @Override
    public void start() {
        running = true;
        lookAnyhow();
        thread = Thread.ofPlatform().name("watch").daemon(true).start(this::watch);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** With the workers, and last of all. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
