package org.bihuan.app.exports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of export requests. Thread-safe. */
@Component
class ExportStore {
    private final JdbcClient database;

    ExportStore(JdbcClient database) {
        this.database = database;
    }

    void insert(ExportRequest request) {
        database.sql("""
                        insert into exports.request (id, list, query, form, purpose, rows, asked_by, asked_at, needs_approval)
                        values (:id, :list, :query, :form, :purpose, :rows, :by, :at, :needs)
                        """)
                .param("id", request.id())
                .param("list", request.list())
                .param("query", request.query())
                .param("form", request.form())
                .param("purpose", request.purpose())
                .param("rows", request.rows())
                .param("by", request.askedBy())
                .param("at", request.askedAt().atOffset(ZoneOffset.UTC))
                .param("needs", request.needsApproval())
                .update();
    }

    Optional<ExportRequest> find(UUID id) {
        return database.sql("select * from exports.request where id = :id")
                .param("id", id)
                .query((row, number) -> request(row))
                .optional();
    }

    List<ExportRequest> list(int limit) {
        return database.sql("select * from exports.request order by asked_at desc, id limit :limit")
                .param("limit", limit)
                .query((row, number) -> request(row))
                .list();
    }

    /** Notes the approval unless there is one; false when there was. */
    boolean approve(UUID id, String by, Instant at) {
        return database.sql("""
                        update exports.request set approved_by = :by, approved_at = :at
                         where id = :id and approved_by is null and asked_by <> :by
                        """)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    void taken(UUID id, long rows, Instant at) {
        database.sql("update exports.request set taken_at = :at, taken_rows = :rows where id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("rows", rows)
                .param("id", id)
                .update();
    }

    private static ExportRequest request(ResultSet row) throws SQLException {
        OffsetDateTime taken = row.getObject("taken_at", OffsetDateTime.class);
        return new ExportRequest(
                row.getObject("id", UUID.class),
                row.getString("list"),
                row.getString("query"),
                row.getString("form"),
                row.getString("purpose"),
                row.getLong("rows"),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("needs_approval"),
                row.getString("approved_by"),
                taken == null ? null : taken.toInstant());
    }
}
