package org.bihuan.app.doorstep;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps commands whose duty is no longer owed, until somebody has looked at them. Thread-safe. */
@Component
class HeldStore {
    private final JdbcClient database;
    private final JsonMapper json;

    HeldStore(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A command that waits for somebody in the office. */
    record Held(String id, String source, Instant heldAt, String body) {}

    /** Keeps it; keeping it twice changes nothing. */
    @Transactional
    void keep(Command command, String source, Instant now) {
        database.sql("""
                        insert into doorstep.held (id, source, held_at, body) values (:id, :source, :now, :body)
                        on conflict (id) do nothing
                        """)
                .param("id", command.id())
                .param("source", source)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("body", json.writeValueAsString(command))
                .update();
    }

    /** Those that wait, the longest waiting first. */
    @Transactional(readOnly = true)
    List<Held> list(int limit) {
        return database.sql("select id, source, held_at, body from doorstep.held order by held_at, id limit :limit")
                .param("limit", limit)
                .query((row, number) -> new Held(
                        row.getString("id"),
                        row.getString("source"),
                        row.getObject("held_at", java.time.OffsetDateTime.class).toInstant(),
                        row.getString("body")))
                .list();
    }
}
