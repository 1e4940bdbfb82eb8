package org.bihuan.app.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of the versions of orders and the ends of orders. Thread-safe. */
@Component
class VersionStore {
    private static final String VERSIONS = """
            with last as (select distinct on (pack) pack, hash, seq from rules.activation order by pack, seq desc)
            select p.hash, p.id, p.version, p.installed_at, p.installed_by, p.made_from,
                   (select max(a.activated_at) from rules.activation a where a.hash = p.hash) as activated_at,
                   case when not exists (select 1 from rules.activation a where a.hash = p.hash) then 'draft'
                        when l.hash is distinct from p.hash then 'superseded'
                        when exists (select 1 from rules.retirement r where r.activation = l.seq) then 'retired'
                        else 'active' end as state
              from rules.pack p left join last l on l.pack = p.id
            """;

    private final JdbcClient database;

    VersionStore(JdbcClient database) {
        this.database = database;
    }

    List<String> packs() {
        return database.sql("select distinct id from rules.pack order by id")
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** The latest first. */
    List<PackVersion> list(String pack) {
        return database.sql(VERSIONS + " where p.id = :pack order by p.installed_at desc, p.hash")
                .param("pack", pack)
                .query((row, number) -> version(row))
                .list();
    }

    Optional<PackVersion> find(String hash) {
        return database.sql(VERSIONS + " where p.hash = :hash")
                .param("hash", hash)
                .query((row, number) -> version(row))
                .optional();
    }

    private static PackVersion version(ResultSet row) throws SQLException {
        OffsetDateTime activated = row.getObject("activated_at", OffsetDateTime.class);
        return new PackVersion(
                row.getString("hash"),
                row.getString("id"),
                row.getString("version"),
                row.getObject("installed_at", OffsetDateTime.class).toInstant(),
                row.getString("installed_by"),
                row.getString("made_from"),
                activated == null ? null : activated.toInstant(),
                PackVersion.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }

    void retire(long activation, String pack, Instant now, String by, String reason) {
        database.sql("""
                        insert into rules.retirement (activation, pack, retired_at, retired_by, reason)
                        values (:activation, :pack, :now, :by, :reason) on conflict do nothing
                        """)
                .param("activation", activation)
                .param("pack", pack)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("reason", reason)
                .update();
    }
}
