package org.bihuan.app.rules;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.bihuan.app.database.AdvisoryLock;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of the tables of packs and values. Thread-safe. */
@Component
class RuleStore {
    private final JdbcClient database;

    RuleStore(JdbcClient database) {
        this.database = database;
    }

    /** A stored pack. */
    record StoredPack(String hash, byte[] files, byte[] shared) {}

    /** A value somebody set; the division is null for the whole jurisdiction. */
    record StoredSetting(
            long seq, String parameter, @Nullable DivisionCode division, String value, Instant setAt) {}

    /** Which version is active. */
    record Active(String pack, String hash, long seq, Instant since) {}

    /** Until the end of the transaction: together with others who read the rules, or alone to change them. */
    void lock(boolean alone) {
        database.sql("select pg_advisory_xact_lock" + (alone ? "" : "_shared") + "(:lock)")
                .param("lock", AdvisoryLock.RULES.key())
                .query((row, number) -> number)
                .list();
    }

    void install(
            String hash,
            String id,
            String version,
            byte[] files,
            byte[] shared,
            Instant now,
            String by,
            @Nullable String madeFrom) {
        database.sql("""
                        insert into rules.pack (hash, id, version, files, shared, installed_at, installed_by, made_from)
                        values (:hash, :id, :version, :files, :shared, :now, :by, :madeFrom)
                        on conflict (hash) do nothing
                        """)
                .param("by", by)
                .param("madeFrom", madeFrom)
                .param("hash", hash)
                .param("id", id)
                .param("version", version)
                .param("files", files)
                .param("shared", shared)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<StoredPack> find(String hash) {
        return database.sql("select hash, files, shared from rules.pack where hash = :hash")
                .param("hash", hash)
                .query((row, number) -> new StoredPack(row.getString(1), row.getBytes(2), row.getBytes(3)))
                .optional();
    }

    void activate(String pack, String hash, Instant now, String by) {
        database.sql(
                        "insert into rules.activation (pack, hash, activated_at, activated_by) values (:pack, :hash, :now, :by)")
                .param("pack", pack)
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /** The active version of each order. */
    List<Active> active() {
        return database.sql("""
                        select pack, hash, seq, activated_at from (
                            select distinct on (pack) pack, hash, seq, activated_at from rules.activation
                             order by pack, seq desc) last
                         where not exists (select 1 from rules.retirement r where r.activation = last.seq)
                        """)
                .query((row, number) -> new Active(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getObject(4, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Every version that was ever active, once, the one activated last at the end. */
    List<String> everActive() {
        return database.sql("select hash from rules.activation group by hash order by max(seq)")
                .query((row, number) -> row.getString(1))
                .list();
    }

    long lastActivation() {
        return database.sql("select coalesce(max(seq), 0) from rules.activation")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /** Changes whenever an activation or a value is added. */
    String version() {
        return database.sql("""
                        select coalesce((select max(seq) from rules.activation), 0) || '/' ||
                               coalesce((select max(seq) from rules.setting), 0) || '/' ||
                               (select count(*) from rules.retirement)
                        """).query((row, number) -> row.getString(1)).single();
    }

    void set(
            String pack,
            String parameter,
            @Nullable DivisionCode division,
            String value,
            Instant now,
            String by,
            String reason) {
        database.sql("""
                        insert into rules.setting (pack, parameter, division, value, set_at, set_by, reason)
                        values (:pack, :parameter, :division, :value, :now, :by, :reason)
                        """)
                .param("pack", pack)
                .param("parameter", parameter)
                .param("division", division == null ? null : division.value())
                .param("value", value)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("reason", reason)
                .update();
    }

    List<StoredSetting> settings(String pack) {
        return database.sql("""
                        select seq, parameter, division, value, set_at from rules.setting where pack = :pack order by seq
                        """)
                .param("pack", pack)
                .query((row, number) -> {
                    long division = row.getLong(3);
                    return new StoredSetting(
                            row.getLong(1),
                            row.getString(2),
                            division == 0 ? null : new DivisionCode(division),
                            row.getString(4),
                            row.getObject(5, OffsetDateTime.class).toInstant());
                })
                .list();
    }
}
