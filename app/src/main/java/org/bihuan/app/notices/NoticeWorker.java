package org.bihuan.app.notices;

import java.time.Clock;
import java.time.Duration;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Works the outbox off and, where that is set, issues what is lacking. Rests while an installation is only worked out anew.
 */
@Component
class NoticeWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeWorker.class);
    private static final Duration REST = Duration.ofSeconds(1);

    private final Outbox outbox;
    private final Messages messages;
    private final NoticeSweep sweep;
    private final NoticeSettings settings;
    private final Clock clock;
    private final boolean resting;
    private volatile boolean running;
    private volatile @Nullable String wishedBy;
    private Thread thread = Thread.ofPlatform().unstarted(() -> {});

    NoticeWorker(
            Outbox outbox,
            Messages messages,
            NoticeSweep sweep,
            NoticeSettings settings,
            Clock clock,
            @Value("${bihuan.replay:false}") boolean resting) {
        this.outbox = outbox;
        this.messages = messages;
        this.sweep = sweep;
        this.settings = settings;
        this.clock = clock;
        this.resting = resting;
    }

    /** Has everything issued that is lacking, soon. */
    void wish() {
        wishedBy = Asking.asker().map(Asker::login).orElse("machine");
    }

    private void work() {
        long sweptAt = System.nanoTime(); // a start has better things to do first
        while (running) {
            try {
                boolean due = System.nanoTime() - sweptAt >= settings.every().toNanos();
                String by = wishedBy;
                if (by != null || settings.automatic() && due) {
                    wishedBy = null;
                    if (by == null) {
                        sweep.run(clock.instant());
                    } else {
                        sweep.run(by, clock.instant());
                    }
                    sweptAt = System.nanoTime();
                }
                if (outbox.run(clock.instant()) + messages.run(clock.instant()) == 0) {
                    Thread.sleep(REST);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("the outbox could not go on and tries again", e);
                if (!pause()) {
                    return;
                }
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(REST.multipliedBy(5));
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public void start() {
        running = true;
        if (!resting) {
            thread = Thread.ofPlatform().name("notices").daemon(true).start(() -> Asking.asMachine(this::work));
        }
    }

    @Override
    public void stop() {
        running = false;
        if (resting) {
            return; // it never began
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
