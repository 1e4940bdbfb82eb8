package org.bihuan.app.destruction;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of what the calendar destroys. Runs in the caller's transaction. Thread-safe. */
@Component
class RetentionRunStore {
    private static final String RUNS = """
            select o.*, r.id as run, r.day, r.before, r.found, r.first_by, r.second_by, r.state, r.people, r.uploads, r.attachments
              from destruction.retention_run r join destruction.retention_order o on o.id = r.retention_order
            """;

    private final JdbcClient database;

    RetentionRunStore(JdbcClient database) {
        this.database = database;
    }

    /** Adds it, unless there is one for the order and day. */
    void insert(RetentionRun run, Instant now) {
        database.sql("""
                        insert into destruction.retention_run (id, retention_order, day, before, found, first_by, second_by,
                                                               state, made_at)
                        values (:id, :order, :day, :before, :found, :first, :second, :state, :at) on conflict do nothing
                        """)
                .param("id", run.id())
                .param("order", run.order().id())
                .param("day", run.day())
                .param("before", run.before().atOffset(ZoneOffset.UTC))
                .param("found", run.found())
                .param("first", run.firstBy(), java.sql.Types.VARCHAR)
                .param("second", run.secondBy(), java.sql.Types.VARCHAR)
                .param("state", run.state().name())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether the day was looked at already, or an earlier run of the order is not at its end. */
    boolean rests(UUID order, LocalDate day) {
        return database.sql("""
                        select count(*) from destruction.retention_run
                         where retention_order = :order and (day = :day or state <> 'DONE')
                        """)
                        .param("order", order)
                        .param("day", day)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The run; whoever else looks waits until this transaction ends. */
    List<RetentionRun> lock(UUID id) {
        return read(RUNS + "where r.id = :id for update of r", id);
    }

    List<RetentionRun> running() {
        return read(RUNS + "where r.state = 'RUNNING' and cast(:id as uuid) is null order by r.made_at", null);
    }

    /** The latest ones first. */
    List<RetentionRun> list() {
        return read(RUNS + "where cast(:id as uuid) is null order by r.made_at desc, r.id limit 50", null);
    }

    private List<RetentionRun> read(String sql, @org.jspecify.annotations.Nullable UUID id) {
        return database.sql(sql)
                .param("id", id, java.sql.Types.OTHER)
                .query((row, number) -> new RetentionRun(
                        row.getObject("run", UUID.class),
                        RetentionStore.order(row),
                        row.getObject("day", LocalDate.class),
                        row.getObject("before", OffsetDateTime.class).toInstant(),
                        row.getLong("found"),
                        row.getString("first_by"),
                        row.getString("second_by"),
                        RetentionRun.State.valueOf(row.getString("state")),
                        row.getLong("people"),
                        row.getLong("uploads"),
                        row.getLong("attachments")))
                .list();
    }

    void agree(UUID id, String column, String by, RetentionRun.State state) {
        database.sql("update destruction.retention_run set " + column + " = :by, state = :state where id = :id")
                .param("by", by)
                .param("state", state.name())
                .param("id", id)
                .update();
    }

    void add(UUID id, long people, long uploads, long attachments) {
        database.sql("""
                        update destruction.retention_run set people = people + :people, uploads = uploads + :uploads,
                               attachments = attachments + :attachments
                         where id = :id
                        """)
                .param("people", people)
                .param("uploads", uploads)
                .param("attachments", attachments)
                .param("id", id)
                .update();
    }

    void done(UUID id, Instant now) {
        database.sql("update destruction.retention_run set state = 'DONE', done_at = :at where id = :id")
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }
}
