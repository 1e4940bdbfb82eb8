package org.bihuan.app.shifts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.authority.Asker;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of the duty log and of handovers. Thread-safe. */
@Component
class LogStore {
    private static final String ENTRY =
            "select e.*, c.id as closed_by from shifts.entry e left join shifts.entry c on c.closes = e.id ";

    private final JdbcClient database;

    LogStore(JdbcClient database) {
        this.database = database;
    }

    boolean add(LogEntry entry, DivisionCode desk, Asker by) {
        return database.sql("""
                        insert into shifts.entry (id, at, kind, from_whom, body, done, is_open, closes, written_by, written_name,
                                                  recorded_at, division)
                        values (:id, :at, :kind, :from, :body, :done, :open, :closes, :by, :name, :recorded, :desk)
                        on conflict do nothing
                        """)
                        .param("id", entry.id())
                        .param("at", entry.at().atOffset(ZoneOffset.UTC))
                        .param("kind", entry.kind())
                        .param("from", entry.fromWhom())
                        .param("body", entry.body())
                        .param("done", entry.done())
                        .param("open", entry.isOpen())
                        .param("closes", entry.closes())
                        .param("by", by.login())
                        .param("name", by.name())
                        .param("recorded", entry.recordedAt().atOffset(ZoneOffset.UTC))
                        .param("desk", desk.value())
                        .update()
                == 1;
    }

    List<LogEntry> latest(DivisionCode desk, int limit) {
        return list(desk, "", new UUID(0, 0), limit);
    }

    /** Those that come after the entry in the order from the latest on; none when it is no entry of the desk. */
    List<LogEntry> before(DivisionCode desk, UUID entry, int limit) {
        String after = " and (e.at, e.recorded_at, e.id) < (select b.at, b.recorded_at, b.id from shifts.entry b"
                + " where b.id = :entry and b.division = :desk)";
        return list(desk, after, entry, limit);
    }

    private List<LogEntry> list(DivisionCode desk, String after, UUID entry, int limit) {
        return database.sql(ENTRY + "where e.division = :desk" + after
                        + " order by e.at desc, e.recorded_at desc, e.id desc limit :limit")
                .param("entry", entry)
                .param("desk", desk.value())
                .param("limit", limit)
                .query((row, number) -> entry(row))
                .list();
    }

    Optional<LogEntry> find(UUID id, DivisionCode desk) {
        return database.sql(ENTRY + "where e.id = :id and e.division = :desk")
                .param("id", id)
                .param("desk", desk.value())
                .query((row, number) -> entry(row))
                .optional();
    }

    List<LogEntry> open(DivisionCode desk) {
        return database.sql(ENTRY + "where e.division = :desk and e.is_open and c.id is null order by e.at, e.id")
                .param("desk", desk.value())
                .query((row, number) -> entry(row))
                .list();
    }

    boolean addHandover(Handover handover) {
        boolean added = database.sql("""
                        insert into shifts.handover (id, body, written_by, written_name, written_at, division)
                        values (:id, :body, :by, :name, :at, :desk) on conflict do nothing
                        """)
                        .param("id", handover.id())
                        .param("body", handover.body())
                        .param("by", handover.writtenBy())
                        .param("name", handover.writtenName())
                        .param("at", handover.writtenAt().atOffset(ZoneOffset.UTC))
                        .param("desk", handover.desk().value())
                        .update()
                == 1;
        if (added) {
            handover.open()
                    .forEach(entry -> database.sql(
                                    "insert into shifts.handover_item (handover, entry, division) values (:handover, :entry, :desk)")
                            .param("handover", handover.id())
                            .param("entry", entry.id())
                            .param("desk", handover.desk().value())
                            .update());
        }
        return added;
    }

    /** Signs unless it is signed, or by who wrote it; false then. */
    boolean sign(UUID id, DivisionCode desk, Asker by, Instant at) {
        return database.sql("""
                        update shifts.handover set signed_by = :by, signed_name = :name, signed_at = :at
                         where id = :id and division = :desk and signed_at is null and written_by <> :by
                        """)
                        .param("by", by.login())
                        .param("name", by.name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .param("desk", desk.value())
                        .update()
                == 1;
    }

    Optional<Handover> handover(UUID id) {
        return handovers("id = :id", null, id, 1).stream().findFirst();
    }

    List<Handover> handovers(DivisionCode desk, int limit) {
        return handovers("division = :desk", desk, null, limit);
    }

    private List<Handover> handovers(String where, @Nullable DivisionCode desk, @Nullable UUID id, int limit) {
        return database.sql("select * from shifts.handover where " + where + " order by written_at desc limit :limit")
                .param("desk", desk == null ? 0 : desk.value())
                .param("id", id)
                .param("limit", limit)
                .query((row, number) -> handover(row))
                .list();
    }

    private Handover handover(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Handover(
                id,
                new DivisionCode(row.getLong("division")),
                row.getString("body"),
                row.getString("written_by"),
                row.getString("written_name"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getString("signed_name"),
                instant(row, "signed_at"),
                database.sql(
                                ENTRY
                                        + "join shifts.handover_item i on i.entry = e.id where i.handover = :id order by e.at, e.id")
                        .param("id", id)
                        .query((item, number) -> entry(item))
                        .list());
    }

    private static LogEntry entry(ResultSet row) throws SQLException {
        return new LogEntry(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                row.getString("from_whom"),
                row.getString("body"),
                row.getString("done"),
                row.getBoolean("is_open"),
                row.getObject("closes", UUID.class),
                row.getObject("closed_by", UUID.class),
                row.getString("written_name"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
