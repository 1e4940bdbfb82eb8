package org.bihuan.app.audit;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.CompletableFuture;
import org.bihuan.app.RunningServer;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.rules.Rules;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The record of who read what does not hold up those who judge. */
@Tag("database")
class ChainLockTest {
    @RegisterExtension
    static final RunningServer SERVER = RunningServer.shared();

    @Test
    void whoJudgesDoesNotWaitForTheRecordToBeClosed() {
        TransactionTemplate transactions = SERVER.bean(TransactionTemplate.class);
        Asking.asMachine(() -> transactions.executeWithoutResult(_ -> {
            SERVER.bean(AuditStore.class).lockChain();
            CompletableFuture<Void> judging =
                    CompletableFuture.runAsync(() -> Asking.asMachine(() -> transactions.executeWithoutResult(_ -> {
                        SERVER.bean(JdbcTemplate.class).execute("set local lock_timeout = '2s'");
                        SERVER.bean(Rules.class).hold();
                    })));
            assertThatCode(judging::join).doesNotThrowAnyException();
        }));
    }
}
