package org.bihuan.app.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** SQL of alarms. Every call runs in the caller's transaction. Thread-safe. */
@Component
class AlarmStore {
    private final JdbcTemplate jdbc;

    AlarmStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Raises an alarm unless the same user has raised the same since the moment: one burst is one alarm. */
    void raise(AuditEntry entry, Oddity oddity, long subjects, Instant since) {
        jdbc.update(
                """
                insert into audit.alarm (entry, oddity, at, actor, subjects)
                select ?, ?, ?, ?, ?
                 where not exists (select 1 from audit.alarm where actor = ? and oddity = ? and at > ?)
                on conflict do nothing
                """,
                entry.number(),
                oddity.word(),
                entry.at().atOffset(ZoneOffset.UTC),
                entry.user(),
                subjects,
                entry.user(),
                oddity.word(),
                since.atOffset(ZoneOffset.UTC));
    }

    /** The latest alarms; those that nobody has looked into come first. */
    List<Alarm> list(int limit) {
        return jdbc.query(
                """
                select a.entry, a.oddity, a.at, a.actor, a.subjects, coalesce(e.purpose, '') as purpose, f.actor as looked_into,
                       f.finding
                  from audit.alarm a
                  left join audit.entry e on e.number = a.entry
                  left join audit.finding f on f.entry = a.entry and f.oddity = a.oddity
                 order by (f.entry is null) desc, a.at desc, a.entry desc, a.oddity limit ?
                """,
                (row, index) -> new Alarm(
                        row.getLong("entry"),
                        Oddity.of(row.getString("oddity")),
                        AuditStore.instant(row, "at"),
                        row.getString("actor"),
                        row.getLong("subjects"),
                        row.getString("purpose"),
                        row.getString("looked_into"),
                        row.getString("finding")),
                limit);
    }

    long countOpen() {
        Long count = jdbc.queryForObject("""
                select count(*) from audit.alarm a
                 where not exists (select 1 from audit.finding f where f.entry = a.entry and f.oddity = a.oddity)
                """, Long.class);
        return count == null ? 0 : count;
    }

    /** Writes down what somebody found; the first finding stands. */
    boolean find(long entry, Oddity oddity, String user, String finding, Instant now) {
        return jdbc.update("""
                        insert into audit.finding (entry, oddity, at, actor, finding)
                        select entry, oddity, ?, ?, ? from audit.alarm where entry = ? and oddity = ?
                        on conflict do nothing
                        """, now.atOffset(ZoneOffset.UTC), user, finding, entry, oddity.word()) == 1;
    }
}
