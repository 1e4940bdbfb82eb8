package org.bihuan.app.imports.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** SQL of what is forgotten together with people. Runs in the caller's transaction. Thread-safe. */
@Component
public class OblivionStore {
    private final JdbcTemplate jdbc;

    OblivionStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Uploads with a row of one of the people. */
    public List<UUID> holding(Collection<String> people) {
        Object[] ids = people.toArray(String[]::new);
        return jdbc.query("""
                select distinct l.upload from imports.line l
                 where l.subject = any(?)
                    or l.subject in (select k.subject from imports.listed k where k.person = any(?))
                """, (row, number) -> row.getObject(1, UUID.class), ids, ids);
    }

    /** Which rows of ledgers were theirs is not known any more. */
    public void deleteListed(Collection<String> people) {
        Object[] ids = people.toArray(String[]::new);
        jdbc.update("delete from imports.listed where person = any(?) or subject = any(?)", ids, ids);
    }

    /** Uploads that are kept for a law case. */
    public List<UUID> held() {
        return jdbc.query("select id from imports.upload where is_held", (row, number) -> row.getObject(1, UUID.class));
    }

    /** These are kept and no others. */
    public void setHeld(Collection<UUID> uploads) {
        Object[] ids = uploads.toArray(UUID[]::new);
        jdbc.update(
                "update imports.upload set is_held = (id = any(?)) where is_held <> (id = any(?))", (Object) ids, ids);
    }

    /** These go as soon as they are kept no longer. */
    public void owe(Collection<UUID> uploads) {
        jdbc.update(
                "update imports.upload set must_go = true where id = any(?)", (Object) uploads.toArray(UUID[]::new));
    }

    /** Those that should have gone and are kept no longer. */
    public List<UUID> owed() {
        return jdbc.query(
                "select id from imports.upload where must_go and not is_held and state in ('checked', 'unreadable', 'done')",
                (row, number) -> row.getObject(1, UUID.class));
    }

    /** Uploads of before the moment that are still kept and on which nobody works. */
    public List<UUID> before(Instant moment) {
        return jdbc.query(
                "select id from imports.upload where uploaded_at < ? and not is_held and state in ('checked', 'unreadable', 'done')",
                (row, number) -> row.getObject(1, UUID.class),
                moment.atOffset(ZoneOffset.UTC));
    }
}
