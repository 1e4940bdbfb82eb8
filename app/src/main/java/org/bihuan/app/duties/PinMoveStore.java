package org.bihuan.app.duties;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** SQL that moves pins, and finds whom that concerns. Runs in the caller's transaction. Thread-safe. */
@Component
class PinMoveStore {
    private final JdbcTemplate jdbc;

    PinMoveStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Moves every pin of the subjects to the order, and writes down from where.
     *
     * @param move the re-judgement for which they move
     */
    void move(Collection<SubjectId> subjects, String pack, String hash, String settings, UUID move, Instant now) {
        String[] names = StateStore.names(subjects);
        jdbc.update("""
                insert into duties.pin_move (episode, pack, from_hash, from_settings, to_hash, to_settings, moved_at, moved_for)
                select episode, pack, hash, settings_version, ?, ?, ?, ? from duties.pin
                 where subject = any(?) and pack = ? and (hash, settings_version) is distinct from (?, ?)
                on conflict do nothing
                """, hash, settings, now.atOffset(ZoneOffset.UTC), move, names, pack, hash, settings);
        jdbc.update("""
                update duties.pin set hash = ?, settings_version = ?
                 where subject = any(?) and pack = ? and (hash, settings_version) is distinct from (?, ?)
                """, hash, settings, names, pack, hash, settings);
    }

    /**
     * Moves every pin of the subjects to the edition of the risk lists, and writes down from where.
     *
     * @param move the re-judgement for which they move
     */
    void move(Collection<SubjectId> subjects, long lists, UUID move, Instant now) {
        String[] names = StateStore.names(subjects);
        jdbc.update("""
                insert into duties.pin_move (episode, pack, from_hash, from_settings, to_hash, to_settings, from_lists,
                                             to_lists, moved_at, moved_for)
                select episode, pack, hash, settings_version, hash, settings_version, lists, ?, ?, ? from duties.pin
                 where subject = any(?) and lists < ?
                on conflict do nothing
                """, lists, now.atOffset(ZoneOffset.UTC), move, names, lists);
        jdbc.update("update duties.pin set lists = ? where subject = any(?) and lists < ?", lists, names, lists);
    }

    /** Subjects with a pin to another version or other values of the order, after the cursor, in order. */
    List<SubjectId> behind(String pack, String hash, String settings, String after, int limit) {
        return jdbc.query(
                """
                select distinct subject from duties.pin
                 where pack = ? and subject > ? and (hash, settings_version) is distinct from (?, ?)
                 order by subject limit ?
                """, (rows, number) -> SubjectId.parse(rows.getString(1)), pack, after, hash, settings, limit);
    }

    /** How many have a pin to the order. */
    long countPinned(String pack) {
        Long count =
                jdbc.queryForObject("select count(distinct subject) from duties.pin where pack = ?", Long.class, pack);
        return count == null ? 0 : count;
    }

    /** Takes the rows of the subjects for this transaction, waiting for whoever has them; workers never wait. */
    void lockAll(Collection<SubjectId> subjects) {
        jdbc.query(
                "select 1 from duties.subject where subject = any(?) order by subject for update", rows -> {}, (Object)
                        StateStore.names(subjects));
    }
}
