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
        jdbc.update(
                """
                with before as (
                    select episode, hash, settings_version from duties.pin
                     where subject = any(?) and pack = ? and (hash, settings_version) is distinct from (?, ?)),
                moved as (
                    update duties.pin p set hash = ?, settings_version = ?
                      from before b where p.episode = b.episode and p.pack = ?)
                insert into duties.pins_moved (moved_for, pack, from_hash, from_settings, to_hash, to_settings, moved_at,
                                               episodes)
                select ?, ?, hash, settings_version, ?, ?, ?, array_agg(episode order by episode)
                  from before group by hash, settings_version
                """,
                StateStore.names(subjects),
                pack,
                hash,
                settings,
                hash,
                settings,
                pack,
                move,
                pack,
                hash,
                settings,
                now.atOffset(ZoneOffset.UTC));
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
}
