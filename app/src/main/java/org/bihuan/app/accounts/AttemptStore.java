package org.bihuan.app.accounts;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of failed log-ins, by address and by name, and of what happened to accounts. Thread-safe. */
@Component
class AttemptStore {
    private final JdbcClient database;

    AttemptStore(JdbcClient database) {
        this.database = database;
    }

    Optional<Instant> lockedUntil(String key, Instant now) {
        return database.sql("select locked_until from accounts.attempt where key = :key and locked_until > :now")
                .param("key", key)
                .param("now", AccountStore.at(now))
                .query((row, number) -> Optional.ofNullable(AccountStore.instant(row, "locked_until")))
                .optional()
                .flatMap(found -> found);
    }

    /**
     * Counts a failure; gives back how many there are now.
     *
     * @param forgotten failures of before this moment no longer count
     */
    int countFailure(String key, Instant now, Instant forgotten) {
        return database.sql("""
                        insert into accounts.attempt as a (key, failures, failed_at) values (:key, 1, :now)
                        on conflict (key) do update
                           set failures = case when a.failed_at < :forgotten then 1 else a.failures + 1 end,
                               failed_at = excluded.failed_at
                        returning failures
                        """)
                .param("key", key)
                .param("now", AccountStore.at(now))
                .param("forgotten", AccountStore.at(forgotten))
                .query(Integer.class)
                .single();
    }

    void lock(String key, Instant until) {
        database.sql("update accounts.attempt set locked_until = :until where key = :key")
                .param("until", AccountStore.at(until))
                .param("key", key)
                .update();
    }

    void forget(String key) {
        database.sql("delete from accounts.attempt where key = :key")
                .param("key", key)
                .update();
    }

    /** Deletes those that no longer count. */
    void forgetOlder(Instant forgotten) {
        database.sql(
                        "delete from accounts.attempt where failed_at < :forgotten and (locked_until is null or locked_until < :forgotten)")
                .param("forgotten", AccountStore.at(forgotten))
                .update();
    }

    /** What happened to an account; never changed. */
    void event(String kind, String login, String actor, String address, String detail, Instant now) {
        database.sql("""
                        insert into accounts.event (at, kind, login, actor, address, detail)
                        values (:now, :kind, :login, :actor, :address, :detail)
                        """)
                .param("now", AccountStore.at(now))
                .param("kind", kind)
                .param("login", login)
                .param("actor", actor)
                .param("address", address)
                .param("detail", detail)
                .update();
    }
}
