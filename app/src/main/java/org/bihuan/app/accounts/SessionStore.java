package org.bihuan.app.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of sessions. Runs in the caller's transaction. Thread-safe. */
@Component
class SessionStore {
    private static final String COLUMNS = """
            select s.id, s.account, a.login, a.name, s.role, s.division, s.waits_for_code, a.must_change, s.created_at,
                   s.seen_at, s.address, s.agent, a.person,
                   a.disabled_at is null and exists (
                       select 1 from accounts.assignment g
                        where g.account = s.account and g.role = s.role and g.division = s.division) as holds
              from accounts.session s join accounts.account a on a.id = s.account
            """;

    private final JdbcClient database;

    SessionStore(JdbcClient database) {
        this.database = database;
    }

    /** @param holds whether the account may still be used, in this role */
    record Row(
            UUID id,
            UUID account,
            String login,
            String name,
            String role,
            DivisionCode region,
            boolean waitsForCode,
            boolean mustChange,
            Instant createdAt,
            Instant seenAt,
            String address,
            String agent,
            @Nullable UUID person,
            boolean holds) {}

    void add(
            UUID id,
            byte[] token,
            UUID account,
            Assignment as,
            boolean waitsForCode,
            String address,
            String agent,
            Instant now) {
        database.sql("""
                        insert into accounts.session
                            (id, token, account, role, division, waits_for_code, created_at, seen_at, address, agent)
                        values (:id, :token, :account, :role, :division, :waits, :now, :now, :address, :agent)
                        """)
                .param("id", id)
                .param("token", token)
                .param("account", account)
                .param("role", as.role().id())
                .param("division", as.region().value())
                .param("waits", waitsForCode)
                .param("address", address)
                .param("agent", agent)
                .param("now", AccountStore.at(now))
                .update();
    }

    Optional<Row> find(byte[] token) {
        return database.sql(COLUMNS + " where s.token = :token")
                .param("token", token)
                .query((row, number) -> row(row))
                .optional();
    }

    /** The account's sessions, the newest first. */
    List<Row> list(UUID account) {
        return database.sql(COLUMNS + " where s.account = :account order by s.created_at desc, s.id")
                .param("account", account)
                .query((row, number) -> row(row))
                .list();
    }

    void seen(UUID id, String address, Instant now) {
        database.sql("update accounts.session set seen_at = :now, address = :address where id = :id")
                .param("now", AccountStore.at(now))
                .param("address", address)
                .param("id", id)
                .update();
    }

    void moved(UUID id, String address) {
        database.sql("update accounts.session set address = :address where id = :id")
                .param("address", address)
                .param("id", id)
                .update();
    }

    void setRole(UUID id, Assignment as) {
        database.sql("update accounts.session set role = :role, division = :division where id = :id")
                .param("role", as.role().id())
                .param("division", as.region().value())
                .param("id", id)
                .update();
    }

    /** Ends one of the account's sessions. */
    boolean end(UUID account, UUID id) {
        return database.sql("delete from accounts.session where account = :account and id = :id")
                        .param("account", account)
                        .param("id", id)
                        .update()
                == 1;
    }

    void endAll(UUID account) {
        database.sql("delete from accounts.session where account = :account")
                .param("account", account)
                .update();
    }

    /** Ends those that are over and, of the account, all but the newest. */
    void clean(UUID account, int most, Instant createdBefore, Instant seenBefore) {
        database.sql("delete from accounts.session where created_at < :created or seen_at < :seen")
                .param("created", AccountStore.at(createdBefore))
                .param("seen", AccountStore.at(seenBefore))
                .update();
        database.sql("""
                        delete from accounts.session where account = :account and not waits_for_code and id not in (
                            select id from accounts.session where account = :account and not waits_for_code
                             order by created_at desc, id limit :most)
                        """).param("account", account).param("most", most).update();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getString("login"),
                row.getString("name"),
                row.getString("role"),
                new DivisionCode(row.getLong("division")),
                row.getBoolean("waits_for_code"),
                row.getBoolean("must_change"),
                Objects.requireNonNull(AccountStore.instant(row, "created_at")),
                Objects.requireNonNull(AccountStore.instant(row, "seen_at")),
                row.getString("address"),
                row.getString("agent"),
                row.getObject("person", UUID.class),
                row.getBoolean("holds"));
    }
}
