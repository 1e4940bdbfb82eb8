package org.bihuan.app.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.database.BulkStatement;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** SQL of actions on many duties. Each call is a transaction, or part of the caller's. Thread-safe. */
@Component
@Transactional
class BulkActionStore {
    private final JdbcClient database;
    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    BulkActionStore(JdbcClient database, JdbcTemplate jdbc, JsonMapper json) {
        this.database = database;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Keeps the action with its duties; false when it is known already. */
    boolean add(BulkAction action, List<UUID> duties) {
        int added = database.sql("""
                        insert into bulk.action (id, login, account, role, division, asked_at, kind, query, fields, total,
                                                 state, undo_until, why)
                        values (:id, :login, :account, :role, :division, :askedAt, :kind, :query, :fields, :total,
                                'RUNNING', :undoUntil, :why)
                        on conflict (id) do nothing
                        """)
                .param("id", action.id())
                .param("login", action.login())
                .param("account", action.account())
                .param("role", action.role())
                .param("division", action.region().value())
                .param("askedAt", action.askedAt().atOffset(ZoneOffset.UTC))
                .param("kind", action.kind().name())
                .param("query", action.query())
                .param("fields", json.writeValueAsString(action.fields()))
                .param("total", action.total())
                .param("undoUntil", action.undoUntil().atOffset(ZoneOffset.UTC))
                .param("why", action.why())
                .update();
        if (added == 0) {
            return false;
        }
        jdbc.update("""
                insert into bulk.item (action, number, duty, state)
                select ?, d.number, d.duty, 'WAITING' from unnest(?::uuid[]) with ordinality as d(duty, number)
                """, action.id(), duties.toArray(UUID[]::new));
        return true;
    }

    Optional<BulkAction> find(UUID id) {
        return database.sql("select * from bulk.action where id = :id")
                .param("id", id)
                .query((row, number) -> action(row))
                .optional();
    }

    List<BulkAction> latest(int limit) {
        return database.sql("select * from bulk.action order by asked_at desc, id limit :limit")
                .param("limit", limit)
                .query((row, number) -> action(row))
                .list();
    }

    /** Those the machine is at, the longest waiting first. */
    List<BulkAction> working() {
        return database.sql("select * from bulk.action where state in ('RUNNING', 'UNDOING') order by asked_at, id")
                .query((row, number) -> action(row))
                .list();
    }

    /** How many there are of each state; states without any are left out. */
    Map<BulkItem.State, Long> counts(UUID action) {
        Map<BulkItem.State, Long> counts = new EnumMap<>(BulkItem.State.class);
        database.sql("select state, count(*) as number from bulk.item where action = :action group by state")
                .param("action", action)
                .query(row -> {
                    counts.put(BulkItem.State.valueOf(row.getString("state")), row.getLong("number"));
                });
        return counts;
    }

    /** Why some were refused or left out, the most frequent reason first, each with its number. */
    Map<String, Long> reasons(UUID action, int limit) {
        Map<String, Long> reasons = new LinkedHashMap<>();
        database.sql("""
                        select detail, count(*) as number from bulk.item where action = :action and detail <> ''
                         group by detail order by 2 desc, 1 limit :limit
                        """).param("action", action).param("limit", limit).query(row -> {
            reasons.put(row.getString("detail"), row.getLong("number"));
        });
        return reasons;
    }

    /** The next of the action in that state. */
    List<BulkItem> next(UUID action, BulkItem.State state, int limit) {
        return database.sql("""
                        select number, duty, state, detail from bulk.item where action = :action and state = :state
                         order by number limit :limit
                        """)
                .param("action", action)
                .param("state", state.name())
                .param("limit", limit)
                .query((row, number) -> new BulkItem(
                        row.getInt("number"),
                        row.getObject("duty", UUID.class),
                        BulkItem.State.valueOf(row.getString("state")),
                        row.getString("detail")))
                .list();
    }

    void set(UUID action, List<BulkItem> items) {
        new BulkStatement<>(items)
                .column("uuid", each -> action)
                .column("int", BulkItem::number)
                .column("text", each -> each.state().name())
                .column("text", BulkItem::detail)
                .update(jdbc, """
                        update bulk.item i set state = n.state, detail = n.detail
                          from unnest(?::uuid[], ?::int[], ?::text[], ?::text[]) as n(action, number, state, detail)
                         where i.action = n.action and i.number = n.number
                        """);
    }

    /** Brings it from one state into another; false when it was not in that one. */
    boolean move(UUID action, BulkAction.State from, BulkAction.State to) {
        return database.sql("update bulk.action set state = :to where id = :id and state = :from")
                        .param("to", to.name())
                        .param("id", action)
                        .param("from", from.name())
                        .update()
                == 1;
    }

    /** Begins to take it back; false when that is no longer possible or somebody has begun already. */
    boolean undo(UUID action, String by, Instant now) {
        return database.sql("""
                        update bulk.action set state = 'UNDOING', undone_by = :by, undone_at = :now
                         where id = :id and state in ('RUNNING', 'DONE') and undo_until > :now
                        """)
                        .param("by", by)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", action)
                        .update()
                == 1;
    }

    private BulkAction action(ResultSet row) throws SQLException {
        Map<String, String> fields = new LinkedHashMap<>();
        json.readValue(row.getString("fields"), Map.class)
                .forEach((name, value) -> fields.put(String.valueOf(name), String.valueOf(value)));
        return new BulkAction(
                row.getObject("id", UUID.class),
                row.getString("login"),
                row.getObject("account", UUID.class),
                row.getString("role"),
                new DivisionCode(row.getLong("division")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                BulkKind.valueOf(row.getString("kind")),
                row.getString("query"),
                fields,
                row.getInt("total"),
                BulkAction.State.valueOf(row.getString("state")),
                row.getObject("undo_until", OffsetDateTime.class).toInstant(),
                row.getString("undone_by"),
                instant(row.getObject("undone_at", OffsetDateTime.class)),
                row.getString("why"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
