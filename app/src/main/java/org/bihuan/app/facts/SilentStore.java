package org.bihuan.app.facts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.bihuan.kernel.DivisionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of people of whom nothing has been heard for long, and of those forgotten. In the caller's transaction. Thread-safe. */
@Component
class SilentStore {
    private static final int CITY = 2;
    private static final String SILENT = """
            with said as (
              select coalesce(a.canonical, s.subject) as person, f.occurred_at, f.recorded_at, f.division
                from facts.fact_subject s join facts.fact f on f.id = s.fact_id
                left join facts.alias a on a.subject = s.subject
               where s.subject like 'person:%' and coalesce(a.canonical, s.subject) > :after
              union all
              select coalesce(a.canonical, b.subject), b.occurred_at, b.recorded_at, b.division
                from facts.bulk b left join facts.alias a on a.subject = b.subject
               where b.subject like 'person:%' and coalesce(a.canonical, b.subject) > :after),
            quiet as (
              select person, max(recorded_at) as recorded_at from said group by person
              having max(greatest(occurred_at, recorded_at)) < :before
                 and bool_and(division is null or division between :first and :last)
                 and (:city or bool_or(division is not null)))
            select WHAT from quiet q
             where not exists (select 1 from facts.forgotten g where g.subject = q.person and g.at >= q.recorded_at)
            """;

    private final JdbcClient database;

    SilentStore(JdbcClient database) {
        this.database = database;
    }

    List<String> list(DivisionCode division, Instant before, String after, int limit) {
        return query(SILENT.replace("WHAT", "q.person") + " order by q.person limit " + limit, division, before, after)
                .query((row, number) -> row.getString(1))
                .list();
    }

    long count(DivisionCode division, Instant before) {
        return query(SILENT.replace("WHAT", "count(*)"), division, before, "")
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec query(String sql, DivisionCode division, Instant before, String after) {
        return database.sql(sql)
                .param("after", after)
                .param("before", before.atOffset(ZoneOffset.UTC), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("first", division.value())
                .param("last", LookupStore.last(division))
                .param("city", division.level() <= CITY);
    }

    /** Everybody whom such a fact is about; one that says no place may be about any. */
    List<String> touchedBy(Collection<String> kinds, DivisionCode division, Instant before) {
        return database.sql("""
                        select distinct s.subject from facts.fact_subject s join facts.fact f on f.id = s.fact_id
                         where s.subject like 'person:%' and f.kind = any(:kinds) and f.occurred_at < :before
                           and (f.division is null or f.division between :first and :last)
                        """)
                .param("kinds", kinds.toArray(String[]::new))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("first", division.value())
                .param("last", LookupStore.last(division))
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Notes whose data were destroyed. */
    void forget(Collection<String> subjects, Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        database.sql("""
                        insert into facts.forgotten (subject, at) select unnest(cast(:subjects as text[])), :at
                        on conflict (subject) do update set at = excluded.at
                        """)
                .param("subjects", subjects.toArray(String[]::new))
                .param("at", at)
                .update();
    }
}
