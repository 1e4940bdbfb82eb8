package org.bihuan.app.rules;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of who did what with an order. Thread-safe. */
@Component
class EventStore {
    private final JdbcClient database;

    EventStore(JdbcClient database) {
        this.database = database;
    }

    void add(String pack, @Nullable String hash, String what, Instant at, String by, String detail) {
        database.sql("""
                        insert into rules.event (pack, hash, what, at, done_by, detail)
                        values (:pack, :hash, :what, :at, :by, :detail)
                        """)
                .param("pack", pack)
                .param("hash", hash)
                .param("what", what)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("detail", detail)
                .update();
    }

    /** The latest first. */
    List<PackEvent> list(String pack, int limit) {
        return database.sql("""
                        select hash, what, at, done_by, detail from rules.event
                         where pack = :pack order by seq desc limit :limit
                        """)
                .param("pack", pack)
                .param("limit", limit)
                .query((row, number) -> new PackEvent(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getString(4),
                        row.getString(5)))
                .list();
    }
}
