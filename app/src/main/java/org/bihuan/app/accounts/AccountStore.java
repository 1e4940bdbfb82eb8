package org.bihuan.app.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.app.authority.Roles;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of accounts and their roles. Runs in the caller's transaction. Thread-safe. */
@Component
class AccountStore {
    private static final String SELECT = """
            select a.id, a.login, a.name, a.must_change, a.second_factor is not null as has_code, t.locked_until, a.disabled_at
              from accounts.account a left join accounts.attempt t on t.key = 'login ' || a.login
            """;

    private final JdbcClient database;

    AccountStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * What log-in needs to know.
     *
     * @param secondFactor as it lies, see {@link FactorSeals}
     */
    record Secret(UUID id, String password, byte @Nullable [] secondFactor, long usedStep) {}

    long count() {
        return database.sql("select count(*) from accounts.account")
                .query(Long.class)
                .single();
    }

    /** False when the login is taken. */
    boolean add(UUID id, String login, String name, String password, boolean mustChange, String by, Instant now) {
        return database.sql("""
                        insert into accounts.account
                            (id, login, name, password, password_set_at, must_change, created_at, created_by)
                        values (:id, :login, :name, :password, :now, :change, :now, :by) on conflict do nothing
                        """)
                        .param("id", id)
                        .param("login", login)
                        .param("name", name)
                        .param("password", password)
                        .param("change", mustChange)
                        .param("now", at(now))
                        .param("by", by)
                        .update()
                == 1;
    }

    void rename(UUID id, String name) {
        database.sql("update accounts.account set name = :name where id = :id")
                .param("name", name)
                .param("id", id)
                .update();
    }

    void setDisabled(UUID id, @Nullable Instant since) {
        database.sql("update accounts.account set disabled_at = :since where id = :id")
                .param("since", since == null ? null : at(since), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id)
                .update();
    }

    void setPassword(UUID id, String password, boolean mustChange, Instant now) {
        database.sql("""
                        update accounts.account
                           set password = :password, password_set_at = :now, must_change = :change
                         where id = :id
                        """)
                .param("password", password)
                .param("now", at(now))
                .param("change", mustChange)
                .param("id", id)
                .update();
    }

    void setSecondFactor(UUID id, byte @Nullable [] secret, long usedStep) {
        database.sql("update accounts.account set second_factor = :secret, second_factor_step = :step where id = :id")
                .param("secret", secret, java.sql.Types.BINARY)
                .param("step", usedStep)
                .param("id", id)
                .update();
    }

    /** Secrets of second factors as they lie, by account. */
    Map<UUID, byte[]> secondFactors() {
        Map<UUID, byte[]> secrets = new HashMap<>();
        database.sql("select id, second_factor from accounts.account where second_factor is not null for update")
                .query(row -> {
                    secrets.put(row.getObject(1, UUID.class), row.getBytes(2));
                });
        return secrets;
    }

    /** Keeps the same secret in another form. */
    void sealSecondFactor(UUID id, byte[] sealed) {
        database.sql("update accounts.account set second_factor = :sealed where id = :id")
                .param("sealed", sealed)
                .param("id", id)
                .update();
    }

    /** False when somebody else has used the step or a later one in the meantime. */
    boolean useStep(UUID id, long step) {
        return database.sql(
                                "update accounts.account set second_factor_step = :step where id = :id and second_factor_step < :step")
                        .param("step", step)
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<Secret> secret(UUID id) {
        return database.sql(
                        "select id, password, second_factor, second_factor_step from accounts.account where id = :id")
                .param("id", id)
                .query((row, number) -> new Secret(id, row.getString(2), row.getBytes(3), row.getLong(4)))
                .optional();
    }

    Optional<Account> find(UUID id) {
        return accounts(" where a.id = :key", id).findFirst();
    }

    Optional<Account> findByLogin(String login) {
        return accounts(" where a.login = :key", login).findFirst();
    }

    /** By login, beginning after one, those whose login or name has the text. */
    List<Account> list(String text, String after, int limit) {
        Map<UUID, List<Assignment>> assignments = new HashMap<>();
        database.sql("select account, role, division from accounts.assignment order by account, division, role")
                .query(row -> {
                    List<Assignment> own = assignments.computeIfAbsent(uuid(row), id -> new ArrayList<>());
                    read(row).ifPresent(own::add);
                });
        return database.sql(SELECT + """
                         where a.login > :after and (a.login like :text or a.name like :text)
                         order by a.login limit :limit
                        """)
                .param("after", after)
                .param(
                        "text",
                        "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .param("limit", limit)
                .query((row, number) -> account(row, assignments.getOrDefault(uuid(row), List.of())))
                .list();
    }

    private Stream<Account> accounts(String where, Object key) {
        return database
                .sql(SELECT + where)
                .param("key", key)
                .query((row, number) -> account(row, assignments(uuid(row))))
                .list()
                .stream();
    }

    List<Assignment> assignments(UUID account) {
        return database
                .sql(
                        "select account, role, division from accounts.assignment where account = :id order by division, role")
                .param("id", account)
                .query((row, number) -> read(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    void setAssignments(UUID account, List<Assignment> assignments) {
        database.sql("delete from accounts.assignment where account = :id")
                .param("id", account)
                .update();
        for (Assignment each : assignments) {
            database.sql("insert into accounts.assignment (account, role, division) values (:id, :role, :division)")
                    .param("id", account)
                    .param("role", each.role().id())
                    .param("division", each.region().value())
                    .update();
        }
    }

    /** A role that this program no longer knows counts as none. */
    private static Optional<Assignment> read(ResultSet row) throws SQLException {
        DivisionCode region = new DivisionCode(row.getLong("division"));
        return Roles.builtIn().find(row.getString("role")).map(role -> new Assignment(role, region));
    }

    private static UUID uuid(ResultSet row) throws SQLException {
        return row.getObject(1, UUID.class);
    }

    private static Account account(ResultSet row, List<Assignment> assignments) throws SQLException {
        return new Account(
                uuid(row),
                row.getString("login"),
                row.getString("name"),
                assignments,
                row.getBoolean("must_change"),
                row.getBoolean("has_code"),
                instant(row, "locked_until"),
                instant(row, "disabled_at"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
