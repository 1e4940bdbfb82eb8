package org.bihuan.app.facts;

import java.time.Duration;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes this server's workers when somebody was marked, so that a hand at a door need not wait for their next round. Another
 * server's workers look by themselves. Thread-safe.
 */
final class MarkBell {
    private long rung;

    /** Rings once the marks can be seen. */
    void ringAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            ring();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ring();
            }
        });
    }

    private synchronized void ring() {
        rung++;
        notifyAll();
    }

    /** How often it has rung. */
    synchronized long rung() {
        return rung;
    }

    /** Waits until it has rung since, at most so long. */
    synchronized void await(long heard, Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        for (long left = most.toMillis(); rung == heard && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }
}
