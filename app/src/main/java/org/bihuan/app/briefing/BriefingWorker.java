package org.bihuan.app.briefing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.briefing.domain.CheckPace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Freezes each headquarters' briefing when its time has come, and compares frozen ones with what is known since. What is
 * frozen stands in the database, so a restart neither doubles nor forgets one. Rests while an installation is only worked
 * out anew.
 */
@Component
class BriefingWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(BriefingWorker.class);
    private static final Duration STEP = Duration.ofSeconds(1);

    private final DueBriefings due;
    private final Briefings briefings;
    private final Checking checking;
    private final BriefingSettings settings;
    private final Clock clock;
    private final Resting resting;
    private volatile boolean running;
    private Thread thread = Thread.ofPlatform().unstarted(() -> {});

    /**
     * @param replay whether the installation is only worked out anew
     * @param zone of the installation, for places without an order of their own
     */
    @org.springframework.boot.context.properties.ConfigurationProperties("bihuan")
    record Resting(
            @org.springframework.boot.context.properties.bind.DefaultValue("false")
            boolean replay,

            ZoneId zone) {}

    BriefingWorker(
            DueBriefings due,
            Briefings briefings,
            Checking checking,
            BriefingSettings settings,
            Clock clock,
            Resting resting) {
        this.due = due;
        this.briefings = briefings;
        this.checking = checking;
        this.settings = settings;
        this.clock = clock;
        this.resting = resting;
    }

    private void work() {
        long restsUntil = System.nanoTime() + settings.checkEvery().toNanos();
        while (running) {
            try {
                due.freeze(clock.instant());
                if (System.nanoTime() - restsUntil >= 0) {
                    long began = System.nanoTime();
                    try {
                        check(clock.instant());
                    } finally {
                        Duration took = Duration.ofNanos(System.nanoTime() - began);
                        restsUntil = System.nanoTime()
                                + CheckPace.rest(took, settings.checkEvery()).toNanos();
                    }
                }
                Thread.sleep(STEP);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("the briefing could not be made and is tried again", e);
                if (!pause()) {
                    return;
                }
            }
        }
    }

    /** Gives back how many corrections that makes. */
    int check(Instant now) {
        int corrections = 0;
        var from = now.atZone(resting.zone()).toLocalDate().minusDays(settings.checkDays());
        for (List<Briefing> each : Briefing.together(briefings.since(from))) {
            if (running) {
                corrections += checking.check(each, now);
            }
        }
        return corrections;
    }

    private static boolean pause() {
        try {
            Thread.sleep(STEP.multipliedBy(10));
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public void start() {
        running = true;
        if (!resting.replay()) {
            thread = Thread.ofPlatform().name("briefing").daemon(true).start(() -> Asking.asMachine(this::work));
        }
    }

    @Override
    public void stop() {
        running = false;
        if (thread.getState() == Thread.State.NEW) {
            return; // nothing was ever begun
        }
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
