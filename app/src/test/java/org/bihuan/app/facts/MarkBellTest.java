package org.bihuan.app.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.bihuan.app.database.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Workers are woken by what they can see, and by nothing else. */
@Tag("database")
class MarkBellTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final MarkBell bell = new MarkBell();
    private final TransactionTemplate transactions =
            new TransactionTemplate(new DataSourceTransactionManager(DATABASE.strictDataSource()));

    @Test
    void itRingsWhenTheMarksCanBeSeenAndNotBefore() {
        transactions.executeWithoutResult(status -> {
            bell.ringAfterCommit();
            assertThat(bell.rung()).as("nobody else sees them yet").isZero();
        });
        assertThat(bell.rung()).isOne();
        transactions.executeWithoutResult(status -> {
            bell.ringAfterCommit();
            status.setRollbackOnly();
        });
        assertThat(bell.rung()).as("nobody was marked").isOne();
    }

    @Test
    void whoHasLookedBeforeItRangDoesNotRest() throws Exception {
        long heard = bell.rung();
        bell.ringAfterCommit();
        bell.await(heard, Duration.ofDays(1));
        Thread sleeper = Thread.ofVirtual().start(() -> {
            try {
                bell.await(heard + 1, Duration.ofDays(1));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        while (sleeper.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        bell.ringAfterCommit();
        assertThat(sleeper.join(Duration.ofMinutes(1)))
                .as("woken long before its time")
                .isTrue();
    }

    @Test
    void whenItDoesNotRingOneRestsAsLongAsSaid() throws Exception {
        bell.await(bell.rung(), Duration.ofMillis(1));
        assertThat(bell.rung()).isZero();
    }
}
