package org.bihuan.app.database;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a command read what only the machine may see, and write nothing: each read is a transaction of its own that the
 * database itself keeps from writing. Thread-safe.
 */
public class ReadingDatabase {
    private final TransactionTemplate transactions;
    private final JdbcTemplate jdbc;

    ReadingDatabase(TransactionTemplate transactions, JdbcTemplate jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** Reads by one view of the database. */
    public <T> T read(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> {
            jdbc.execute("set transaction isolation level repeatable read read only");
            jdbc.execute("select set_config('bihuan.level', '9', true)");
            return work.get();
        }));
    }
}
