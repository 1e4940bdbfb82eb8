package org.bihuan.app.shifts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of attachments. Runs in the caller's transaction. Thread-safe. */
@Component
class AttachmentStore {
    private static final String COLUMNS =
            "select id, entry, added_by, added_at, bytes, destroyed_at from shifts.attachment ";

    private final JdbcClient database;

    AttachmentStore(JdbcClient database) {
        this.database = database;
    }

    /** Keeps it; the same one twice once. */
    void add(Attachment attachment, byte[] sealed, DivisionCode desk) {
        database.sql("""
                        insert into shifts.attachment (id, entry, added_by, added_at, bytes, picture, division)
                        values (:id, :entry, :by, :at, :bytes, :picture, :desk) on conflict (id) do nothing
                        """)
                .param("id", attachment.id())
                .param("entry", attachment.entry())
                .param("by", attachment.addedBy())
                .param("at", attachment.addedAt().atOffset(ZoneOffset.UTC))
                .param("bytes", attachment.bytes())
                .param("picture", sealed)
                .param("desk", desk.value())
                .update();
    }

    List<Attachment> of(UUID entry) {
        return database.sql(COLUMNS + "where entry = :entry order by added_at, id")
                .param("entry", entry)
                .query((row, number) -> attachment(row))
                .list();
    }

    Optional<Attachment> find(UUID id, DivisionCode desk) {
        return database.sql(COLUMNS + "where id = :id and division = :desk")
                .param("id", id)
                .param("desk", desk.value())
                .query((row, number) -> attachment(row))
                .optional();
    }

    byte[] sealed(UUID id) {
        return database.sql("select picture from shifts.attachment where id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    /** Desks in the place that have pictures. */
    List<DivisionCode> desks(DivisionCode place) {
        return database.sql("""
                        select distinct division from shifts.attachment
                         where destroyed_at is null and division between :first and :last
                        """)
                .param("first", place.value())
                .param("last", place.last())
                .query((row, number) -> new DivisionCode(row.getLong(1)))
                .list();
    }

    /** Pictures of the desks whose lines got none since the moment. */
    List<Attachment> before(Collection<DivisionCode> desks, Instant before) {
        return database.sql(COLUMNS + """
                        a where destroyed_at is null and division = any(:desks) and not exists (
                            select 1 from shifts.attachment b
                             where b.entry = a.entry and b.added_at >= :before and b.destroyed_at is null)
                         order by id
                        """)
                .param("desks", desks.stream().map(DivisionCode::value).toArray(Long[]::new))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, number) -> attachment(row))
                .list();
    }

    void destroy(Collection<UUID> ids, Instant now) {
        database.sql("update shifts.attachment set destroyed_at = :now, picture = '' where id = any(:ids)")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    private static Attachment attachment(ResultSet row) throws SQLException {
        return new Attachment(
                row.getObject("id", UUID.class),
                row.getObject("entry", UUID.class),
                row.getString("added_by"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getInt("bytes"),
                row.getObject("destroyed_at") != null);
    }
}
