package org.bihuan.app.orders;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bihuan.app.duties.ListChanges;
import org.bihuan.app.risk.Editions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which levels somebody in a preview of an order read, and whether one is another since. In the caller's transaction. */
@Component
class PreviewLevelStore {
    private final JdbcTemplate jdbc;
    private final Editions editions;
    private final ListChanges lists;

    PreviewLevelStore(JdbcTemplate jdbc, Editions editions, ListChanges lists) {
        this.jdbc = jdbc;
        this.editions = editions;
        this.lists = lists;
    }

    private record Made(long latest, long carried) {}

    void begin(UUID proposal) {
        jdbc.update("delete from orders.preview_level where proposal = ?", proposal);
        jdbc.update("""
                insert into orders.preview_edition (proposal, latest, carried) values (?, ?, ?)
                on conflict (proposal) do update set latest = excluded.latest, carried = excluded.carried
                """, proposal, editions.latest(), lists.carried());
    }

    void add(UUID proposal, Collection<String> keys) {
        jdbc.update(
                "insert into orders.preview_level (proposal, key) select ?, unnest(?::text[]) on conflict do nothing",
                proposal,
                keys.toArray(String[]::new));
    }

    /** @param moving the edition to which people are being moved now, 0 for none */
    boolean isTouched(UUID proposal, long moving) {
        List<Made> made = jdbc.query(
                "select latest, carried from orders.preview_edition where proposal = ?",
                (row, number) -> new Made(row.getLong(1), row.getLong(2)),
                proposal);
        List<String> keys = jdbc.query(
                "select key from orders.preview_level where proposal = ?", (row, number) -> row.getString(1), proposal);
        return made.isEmpty()
                || lists.differ(keys, made.getFirst().latest(), made.getFirst().carried(), moving);
    }
}
