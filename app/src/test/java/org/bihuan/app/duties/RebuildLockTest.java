package org.bihuan.app.duties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bihuan.app.authority.Asking;
import org.bihuan.policy.fact.SubjectId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever works everything out anew waits for the workers, and they for it; neither waits for both. */
@Tag("database")
@SuppressWarnings("NullAway") // what a query of a test returns is never null
class RebuildLockTest {
    private static final SubjectId PERSON = new SubjectId("person", "a");
    private static final String WAITING = "select count(*) from pg_locks where not granted";

    @RegisterExtension
    final Machine machine = new Machine("anshan-2020");

    @Test
    void aWorkerThatHoldsASubjectWritesItsDutiesWhileARebuildBegins() throws Exception {
        machine.at(Instant.parse("2020-07-27T04:00:00Z"));
        String at = "2020-07-26T10:00+08:00";
        machine.append(Machine.fact(
                "arrival",
                "arrival",
                PERSON,
                Map.of("arrivedAt", at, "originRisk", "medium", "origin", "210211000000", "destination", "210302000000")));
        machine.settle();
        List<String> live = duties();
        assertThat(live).isNotEmpty();
        TransactionTemplate transactions = machine.bean(TransactionTemplate.class);
        JdbcTemplate jdbc = machine.bean(JdbcTemplate.class);
        CompletableFuture<?>[] rebuilt = new CompletableFuture<?>[1];
        Asking.asMachine(() -> transactions.execute(status -> {
            // As a worker does: the rules, the subject's row, then what is written of it.
            machine.bean(Policies.class).hold();
            assertThat(machine.bean(StateStore.class).lock(List.of(PERSON))).hasSize(1);
            rebuilt[0] = CompletableFuture.runAsync(() -> Asking.asMachine(() -> {
                machine.duties().rebuild();
                return 0;
            }));
            untilSomebodyWaits(rebuilt[0]);
            return jdbc.update("update duties.duty set attempts = attempts where subject = ?", PERSON.toString());
        }));
        rebuilt[0].get(60, TimeUnit.SECONDS);
        machine.settle();
        assertThat(duties()).isEqualTo(live);
    }

    /** The rebuild, and nobody else, waits for a lock. */
    private void untilSomebodyWaits(CompletableFuture<?> rebuilt) {
        while (!rebuilt.isDone()
                && machine.database().jdbcOfOwner().sql(WAITING).query(Long.class).single() == 0) {
            Thread.onSpinWait();
        }
    }

    private List<String> duties() {
        return machine.database()
                .jdbcOfOwner()
                .sql("select kind || owner || opens_at || due_at || content_hash from duties.duty order by 1")
                .query(String.class)
                .list();
    }
}
