package org.bihuan.app.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of the job table. Thread-safe. */
@Component
class JobStore {
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final JdbcClient database;

    JobStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * Takes the job for a worker unless another holds it or it is done or stopped.
     * A killed worker's lease ends after a minute of the clock.
     */
    Optional<Job> lease(String name, UUID worker, Instant now) {
        database.sql("""
                        insert into jobs.job (name, state, cursor_at, done, detail, changed_at)
                        values (:name, 'running', '', 0, '', :now) on conflict do nothing
                        """)
                .param("name", name)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return database.sql("""
                        update jobs.job set leased_by = :worker, leased_until = :until
                         where name = :name and state = 'running'
                           and (leased_by = :worker or leased_until is null or leased_until < :now)
                        returning name, state, cursor_at, done, total, detail
                        """)
                .param("name", name)
                .param("worker", worker)
                .param("until", now.plus(LEASE).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> job(row))
                .optional();
    }

    /** Saves a step's result; false when the lease has gone to somebody else or the job was stopped. */
    boolean save(String name, UUID worker, Job.Step step, Instant now) {
        return database.sql("""
                        update jobs.job
                           set cursor_at = :cursor, done = :done, total = :total, changed_at = :now,
                               leased_until = :until, state = case when :last then 'done' else state end
                         where name = :name and leased_by = :worker and state = 'running'
                        """)
                        .param("cursor", step.cursor())
                        .param("done", step.done())
                        .param("total", step.total())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("until", now.plus(LEASE).atOffset(ZoneOffset.UTC))
                        .param("last", step.isLast())
                        .param("name", name)
                        .param("worker", worker)
                        .update()
                == 1;
    }

    void setState(String name, Job.State state, String detail, Instant now) {
        database.sql(
                        "update jobs.job set state = :state, detail = :detail, leased_by = null, leased_until = null, changed_at = :now where name = :name")
                .param("state", state.name().toLowerCase(Locale.ROOT))
                .param("detail", detail)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("name", name)
                .update();
    }

    List<Job> list() {
        return database.sql(
                        "select name, state, cursor_at, done, total, detail from jobs.job order by changed_at desc, name")
                .query((row, number) -> job(row))
                .list();
    }

    private static Job job(ResultSet row) throws SQLException {
        long total = row.getLong("total");
        boolean known = !row.wasNull();
        return new Job(
                row.getString("name"),
                Job.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("cursor_at"),
                row.getLong("done"),
                known ? Long.valueOf(total) : null,
                row.getString("detail"));
    }
}
