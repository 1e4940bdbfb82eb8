package org.bihuan.app.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.database.BulkStatement;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** SQL of the key tables. Every call runs in the caller's transaction. Thread-safe. */
@Component
class KeyStore {
    private final JdbcTemplate jdbc;

    KeyStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A key as it lies in the database: whose it is, and the number of the master key that wraps it. */
    static final class Wrapped {
        final UUID id;
        final String owner;
        final int master;
        final byte[] wrapped;

        Wrapped(UUID id, String owner, int master, byte[] wrapped) {
            this.id = id;
            this.owner = owner;
            this.master = master;
            this.wrapped = wrapped;
        }
    }

    List<Wrapped> ofOwners(Collection<String> owners) {
        return jdbc.query(
                "select id, owner, master, wrapped from vault.data_key where owner = any(?) and wrapped is not null",
                (row, number) -> wrapped(row),
                (Object) owners.toArray(String[]::new));
    }

    List<Wrapped> byIds(Collection<UUID> ids) {
        return jdbc.query(
                "select id, owner, master, wrapped from vault.data_key where id = any(?) and wrapped is not null",
                (row, number) -> wrapped(row),
                (Object) ids.toArray(UUID[]::new));
    }

    /** Keeps the keys; an owner who has one already keeps that. Gives back the ids of those that were kept. */
    Set<UUID> insert(List<Wrapped> keys, Instant now) {
        Set<UUID> kept = new HashSet<>();
        new BulkStatement<>(keys)
                .column("uuid", each -> each.id)
                .column("text", each -> each.owner)
                .column("int4", each -> each.master)
                .column("bytea", each -> each.wrapped)
                .column("timestamptz", each -> now)
                .query(jdbc, """
                        insert into vault.data_key (id, owner, master, wrapped, made_at)
                        select * from unnest(?::uuid[], ?::text[], ?::int[], ?::bytea[], ?::timestamptz[])
                        on conflict (owner) where wrapped is not null do nothing
                        returning id
                        """, row -> kept.add(row.getObject(1, UUID.class)));
        return kept;
    }

    /** Destroys the keys of the owners; gives back whose there were. */
    List<String> destroy(Collection<String> owners, Instant now) {
        return jdbc.query(
                """
                update vault.data_key set wrapped = null, master = null, destroyed_at = ?
                 where owner = any(?) and wrapped is not null
                returning owner
                """, (row, number) -> row.getString(1), now.atOffset(ZoneOffset.UTC), owners.toArray(String[]::new));
    }

    /** Some keys that an older master key wraps; whoever else rewraps leaves them alone. */
    List<Wrapped> lockOlder(int master, int limit) {
        return jdbc.query("""
                select id, owner, master, wrapped from vault.data_key
                 where master < ? and wrapped is not null limit ? for update skip locked
                """, (row, number) -> wrapped(row), master, limit);
    }

    void rewrap(List<Wrapped> keys) {
        new BulkStatement<>(keys)
                .column("uuid", each -> each.id)
                .column("int4", each -> each.master)
                .column("bytea", each -> each.wrapped)
                .update(jdbc, """
                        update vault.data_key k set master = n.master, wrapped = n.wrapped
                          from unnest(?::uuid[], ?::int[], ?::bytea[]) as n(id, master, wrapped)
                         where k.id = n.id
                        """);
    }

    /** The key of the keyed hash. */
    Optional<Wrapped> indexKey() {
        return jdbc
                .query("select id, suite as owner, master, wrapped from vault.index_key", (row, number) -> wrapped(row))
                .stream()
                .findFirst();
    }

    void insertIndexKey(UUID id, String suite, int master, byte[] wrapped) {
        jdbc.update(
                "insert into vault.index_key (id, suite, master, wrapped) values (?, ?, ?, ?) on conflict do nothing",
                id,
                suite,
                master,
                wrapped);
    }

    void rewrapIndexKey(int master, byte[] wrapped) {
        jdbc.update("update vault.index_key set master = ?, wrapped = ?", master, wrapped);
    }

    /** How many keys each master key wraps, and under 0 how many were destroyed. */
    List<KeyCount> count() {
        return jdbc.query(
                "select coalesce(master, 0), count(*) from vault.data_key group by master order by 1",
                (row, number) -> new KeyCount(row.getInt(1), row.getLong(2)));
    }

    private static Wrapped wrapped(ResultSet row) throws SQLException {
        byte @Nullable [] wrapped = row.getBytes("wrapped");
        return new Wrapped(
                row.getObject("id", UUID.class),
                row.getString("owner"),
                row.getInt("master"),
                wrapped == null ? new byte[0] : wrapped);
    }
}
