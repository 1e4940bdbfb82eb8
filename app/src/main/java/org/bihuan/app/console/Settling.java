package org.bihuan.app.console;

import java.time.Duration;
import java.time.Instant;
import org.bihuan.app.duties.Duties;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Component;

/** Waits a moment until the workers have looked at a subject, so that the next page shows what was just recorded. */
@Component
class Settling {
    private static final Duration STEP = Duration.ofMillis(40);
    private static final int MOST_STEPS = 40;

    private final Duties duties;

    Settling(Duties duties) {
        this.duties = duties;
    }

    /** Gives up after some 1.6 seconds: what was recorded is safe, only the list shows it later. */
    void await(SubjectId subject, Instant now) {
        try {
            for (int i = 0; i < MOST_STEPS && isWaiting(subject, now); i++) {
                Thread.sleep(STEP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isWaiting(SubjectId subject, Instant now) {
        return duties.findSubject(subject, now).map(state -> state.isWaiting()).orElse(false);
    }
}
