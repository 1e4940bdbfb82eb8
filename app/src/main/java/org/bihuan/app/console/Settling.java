package org.bihuan.app.console;

import java.time.Duration;
import org.bihuan.app.duties.Duties;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Component;

/** Waits a moment until the workers have looked at a subject, so that the next page shows what was just recorded. */
@Component
class Settling {
    private static final Duration STEP = Duration.ofMillis(10);
    private static final int MOST_STEPS = 160;

    private final Duties duties;

    Settling(Duties duties) {
        this.duties = duties;
    }

    /** Gives up after some 1.6 seconds: what was recorded is safe, only the list shows it later. */
    void await(SubjectId subject) {
        try {
            for (int i = 0; i < MOST_STEPS && duties.isWaiting(subject); i++) {
                Thread.sleep(STEP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
