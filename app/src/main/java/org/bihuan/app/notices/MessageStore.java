package org.bihuan.app.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of short messages. Runs in the caller's transaction. Thread-safe. */
@Component
class MessageStore {
    private final JdbcClient database;
    private final NoticeSettings settings;

    MessageStore(JdbcClient database, NoticeSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** A message on its way. */
    record Waiting(Message message, Delivery.State state, int attempts) {}

    /** Puts it into the outbox; harmless when it is there. */
    void queue(Message message, Instant now) {
        database.sql("""
                        insert into notices.message (id, phone, body, state, attempts, next_attempt_at, at, division)
                        values (:id, :phone, :body, 'QUEUED', 0, :now, :now, :division) on conflict do nothing
                        """)
                .param("id", message.id())
                .param("phone", message.phone())
                .param("body", message.text())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("division", message.division().value())
                .update();
    }

    /** Takes those whose time has come; nobody else gets them until the lease ends. */
    List<Waiting> take(Instant now, int limit) {
        return database.sql("""
                        update notices.message set next_attempt_at = :lease
                         where id in (select id from notices.message where next_attempt_at <= :now
                                       order by next_attempt_at limit :limit for update skip locked)
                        returning *
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("lease", now.plus(settings.lease()).atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) -> waiting(row))
                .list();
    }

    List<Waiting> lock(UUID id) {
        return database.sql("select * from notices.message where id = :id for update")
                .param("id", id)
                .query((row, number) -> waiting(row))
                .list();
    }

    void set(Waiting before, Delivery.State state, int attempts, @Nullable Instant next, Instant at) {
        database.sql("""
                        update notices.message set state = :state, attempts = :attempts, next_attempt_at = :next, at = :at
                         where id = :id and state = :before
                        """)
                .param("state", state.name())
                .param("attempts", attempts)
                .param("next", next == null ? null : next.atOffset(ZoneOffset.UTC))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", before.message().id())
                .param("before", before.state().name())
                .update();
    }

    Map<UUID, Delivery.State> states(Collection<UUID> ids) {
        Map<UUID, Delivery.State> states = new HashMap<>();
        database.sql("select id, state from notices.message where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    states.put(row.getObject("id", UUID.class), Delivery.State.valueOf(row.getString("state")));
                });
        return states;
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                new Message(
                        row.getObject("id", UUID.class),
                        row.getString("phone"),
                        row.getString("body"),
                        new DivisionCode(row.getLong("division"))),
                Delivery.State.valueOf(row.getString("state")),
                row.getInt("attempts"));
    }
}
