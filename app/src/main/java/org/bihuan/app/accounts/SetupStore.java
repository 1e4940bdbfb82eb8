package org.bihuan.app.accounts;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of the one-time token. Runs in the caller's transaction. Thread-safe. */
@Component
class SetupStore {
    private final JdbcClient database;

    SetupStore(JdbcClient database) {
        this.database = database;
    }

    void replace(byte[] token) {
        database.sql("""
                        insert into accounts.setup (token) values (:token)
                        on conflict (only_row) do update set token = excluded.token
                        """).param("token", token).update();
    }

    Optional<byte[]> find() {
        return database.sql("select token from accounts.setup")
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    /** Two people with the same token: one after the other. */
    void lock() {
        database.sql("select 1 from accounts.setup for update")
                .query(Integer.class)
                .list();
    }

    void remove() {
        database.sql("delete from accounts.setup").update();
    }
}
