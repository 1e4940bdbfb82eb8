package org.bihuan.app.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of proposals and approvals. Thread-safe. */
@Component
class ProposalStore {
    private final JdbcClient database;

    ProposalStore(JdbcClient database) {
        this.database = database;
    }

    void insert(Proposal proposal) {
        database.sql("""
                        insert into orders.proposal (id, kind, pack, hash, settings, before_hash, before_settings, reason,
                            proposed_by, proposed_at, takes_effect_at, state, preview)
                        values (:id, :kind, :pack, :hash, :settings, :beforeHash, :beforeSettings, :reason,
                            :by, :at, :effectAt, 'previewing', 1)
                        """)
                .param("id", proposal.id())
                .param("kind", proposal.kind().name().toLowerCase(Locale.ROOT))
                .param("pack", proposal.pack())
                .param("hash", proposal.hash())
                .param("settings", proposal.settings())
                .param("beforeHash", proposal.beforeHash())
                .param("beforeSettings", proposal.beforeSettings())
                .param("reason", proposal.reason())
                .param("by", proposal.by())
                .param("at", utc(proposal.proposedAt()))
                .param("effectAt", utc(proposal.takesEffectAt()))
                .update();
    }

    Optional<Proposal> find(UUID id) {
        return database.sql("select * from orders.proposal where id = :id")
                .param("id", id)
                .query((row, number) -> proposal(row))
                .optional();
    }

    /** The proposal, kept as it is for everybody else until the end of the transaction. */
    Optional<Proposal> lock(UUID id) {
        return database.sql("select * from orders.proposal where id = :id for update")
                .param("id", id)
                .query((row, number) -> proposal(row))
                .optional();
    }

    List<Proposal> list(int limit) {
        return database.sql("select * from orders.proposal order by proposed_at desc, id limit :limit")
                .param("limit", limit)
                .query((row, number) -> proposal(row))
                .list();
    }

    /** What the machine has to do: previews, changes that have been approved and whose moment has come, sweeps. */
    List<Proposal> toDo(Instant now) {
        return database.sql("""
                        select * from orders.proposal
                         where state in ('previewing', 'sweeping') or state = 'approved' and takes_effect_at <= :now
                         order by proposed_at, id
                        """)
                .param("now", utc(now))
                .query((row, number) -> proposal(row))
                .list();
    }

    /** Whether another proposal of the order is on its way. */
    boolean hasOpen(String pack) {
        return database.sql("""
                        select exists (select 1 from orders.proposal
                         where pack = :pack and state in ('previewing', 'previewed', 'approved', 'sweeping', 'stopped'))
                        """)
                .param("pack", pack)
                .query((row, number) -> row.getBoolean(1))
                .single();
    }

    /** The proposal of the order that is on its way. */
    Optional<Proposal> findOpen(String pack) {
        return database.sql("""
                        select * from orders.proposal
                         where pack = :pack and state in ('previewing', 'previewed', 'approved', 'sweeping', 'stopped')
                        """)
                .param("pack", pack)
                .query((row, number) -> proposal(row))
                .optional();
    }

    /** When another proposal last began to move people, as a text; empty for never. */
    String lastBegun(UUID but) {
        return database.sql("select coalesce(max(started_at)::text, '') from orders.proposal where id <> :id")
                .param("id", but)
                .query(String.class)
                .single();
    }

    /** Begins the preview anew, by what is in force now; approvals of the one before count no more. */
    void previewAgain(UUID id, Changes.Basis basis) {
        database.sql("""
                        update orders.proposal
                           set state = 'previewing', preview = preview + 1, preview_hash = null, settings = :settings,
                               before_hash = :beforeHash, before_settings = :beforeSettings, note = ''
                         where id = :id
                        """)
                .param("settings", basis.settings())
                .param("beforeHash", basis.beforeHash())
                .param("beforeSettings", basis.beforeSettings())
                .param("id", id)
                .update();
    }

    /** Notes with what the preview begins. */
    void previewBegins(UUID id, Instant at, long factsMark, String rulesMark) {
        database.sql("""
                        update orders.proposal set previewed_at = :at, facts_mark = :facts, rules_mark = :rules
                         where id = :id and state = 'previewing'
                        """)
                .param("at", utc(at))
                .param("facts", factsMark)
                .param("rules", rulesMark)
                .param("id", id)
                .update();
    }

    void previewed(UUID id, String hash, long people, long changed, long further) {
        database.sql("""
                        update orders.proposal set state = 'previewed', preview_hash = :hash, people = :people,
                               changed = :changed, further = :further
                         where id = :id and state = 'previewing'
                        """)
                .param("hash", hash)
                .param("people", people)
                .param("changed", changed)
                .param("further", further)
                .param("id", id)
                .update();
    }

    /** Moves it from a state to another; false when it was not in that state. */
    boolean move(UUID id, Proposal.State from, Proposal.State to, String note, Instant now) {
        return database.sql("""
                        update orders.proposal
                           set state = :to, note = :note,
                               started_at = case when :to = 'sweeping' then coalesce(started_at, :now) else started_at end,
                               ended_at = case when :to in ('done', 'withdrawn', 'failed') then :now end
                         where id = :id and state = :from
                        """)
                        .param("to", to.word())
                        .param("from", from.word())
                        .param("note", note)
                        .param("now", utc(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Notes the approval; false when there was one of the same person. */
    boolean approve(UUID id, String previewHash, String by, Instant now) {
        return database.sql("""
                        insert into orders.approval (proposal, preview_hash, approved_by, approved_at)
                        values (:id, :hash, :by, :now) on conflict do nothing
                        """)
                        .param("id", id)
                        .param("hash", previewHash)
                        .param("by", by)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /** Every approval, also of previews before, the first first. */
    List<Approval> approvals(UUID id) {
        return database.sql("""
                        select preview_hash, approved_by, approved_at from orders.approval
                         where proposal = :id order by approved_at, approved_by
                        """)
                .param("id", id)
                .query((row, number) -> new Approval(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Proposal proposal(ResultSet row) throws SQLException {
        return new Proposal(
                row.getObject("id", UUID.class),
                Proposal.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("pack"),
                row.getString("hash"),
                row.getString("settings"),
                row.getString("before_hash"),
                row.getString("before_settings"),
                row.getString("reason"),
                row.getString("proposed_by"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                row.getObject("takes_effect_at", OffsetDateTime.class).toInstant(),
                Proposal.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("preview"),
                row.getString("preview_hash"),
                instant(row, "previewed_at"),
                row.getLong("facts_mark"),
                row.getString("rules_mark"),
                row.getLong("people"),
                row.getLong("changed"),
                row.getLong("further"),
                instant(row, "started_at"),
                instant(row, "ended_at"),
                row.getString("note"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
