package org.bihuan.app.duties;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bihuan.policy.decide.AmbientKey;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** SQL of who reads which level, and of editions that have been carried through. Runs in the caller's transaction. */
@Component
class CarriedStore {
    private static final String LEVELS = AmbientKey.LEVEL + "%";

    private final JdbcTemplate jdbc;

    CarriedStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    long last() {
        Long last = jdbc.queryForObject("select coalesce(max(edition), 0) from duties.carried", Long.class);
        return last == null ? 0 : last;
    }

    /** @param move the proposal by which, null when it concerned nobody */
    void carry(long edition, @Nullable UUID move, Instant now) {
        jdbc.update(
                "insert into duties.carried (edition, carried_at, carried_for) values (?, ?, ?) on conflict do nothing",
                edition,
                now.atOffset(ZoneOffset.UTC),
                move);
    }

    /** Whether some episode was judged by the edition and has not been moved since. */
    boolean isPinned(long edition) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from duties.pin where lists = ?)", Boolean.class, edition));
    }

    /** Every level that somebody's decision reads; steps from key to key, however many people read one. */
    List<String> levelKeys() {
        return jdbc.query("""
                with recursive next as (
                    (select key from duties.ambient where key like ? order by key limit 1)
                    union all
                    select (select a.key from duties.ambient a where a.key > next.key order by a.key limit 1)
                      from next where next.key like ?)
                select key from next where key like ?
                """, (rows, number) -> rows.getString(1), LEVELS, LEVELS, LEVELS);
    }

    /** Subjects whose decision read one of the keys, after the cursor, in order. */
    List<SubjectId> readers(Collection<String> keys, String after, int limit) {
        return jdbc.query(
                """
                select distinct subject from duties.ambient where key = any(?) and subject > ?
                 order by subject limit ?
                """, (rows, number) -> SubjectId.parse(rows.getString(1)), keys.toArray(String[]::new), after, limit);
    }

    /** Of those the ones with a pin to an edition before, or, being merged, with no pin of their own; none parked. */
    List<SubjectId> behind(Collection<String> keys, long edition, String after, int limit) {
        return jdbc.query(
                """
                select distinct a.subject from duties.ambient a join duties.subject s on s.subject = a.subject
                 where a.key = any(?) and a.subject > ? and s.parked_at is null
                   and (exists (select 1 from duties.pin p where p.subject = a.subject and p.lists < ?)
                        or not exists (select 1 from duties.pin p where p.subject = a.subject))
                 order by a.subject limit ?
                """,
                (rows, number) -> SubjectId.parse(rows.getString(1)),
                keys.toArray(String[]::new),
                after,
                edition,
                limit);
    }
}
