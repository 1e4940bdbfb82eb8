package org.bihuan.app.orders;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of proposed values and their approvals. Thread-safe. */
@Component
class ValueProposalStore {
    private static final String ALL = """
            select p.*, array(select a.approved_by from orders.value_approval a where a.proposal = p.id
                               order by a.approved_at, a.approved_by) as approvals
              from orders.value_proposal p
            """;

    private final JdbcClient database;

    ValueProposalStore(JdbcClient database) {
        this.database = database;
    }

    /** Whether it was kept: not when another wish for the value is open. */
    boolean insert(ValueProposal proposal) {
        return database.sql("""
                        insert into orders.value_proposal (id, pack, hash, parameter, value, from_at, reason, proposed_by,
                                                           proposed_at, state)
                        values (:id, :pack, :hash, :parameter, :value, :from, :reason, :by, :at, 'proposed')
                        on conflict do nothing
                        """)
                        .param("id", proposal.id())
                        .param("pack", proposal.pack())
                        .param("hash", proposal.hash())
                        .param("parameter", proposal.parameter())
                        .param("value", proposal.value())
                        .param("from", utc(proposal.fromAt()))
                        .param("reason", proposal.reason())
                        .param("by", proposal.by())
                        .param("at", utc(proposal.proposedAt()))
                        .update()
                == 1;
    }

    Optional<ValueProposal> find(UUID id) {
        return database.sql(ALL + " where p.id = :id")
                .param("id", id)
                .query((row, number) -> proposal(row))
                .optional();
    }

    /** Keeps it as it is for everybody else until the end of the transaction; whether there is one. */
    boolean lock(UUID id) {
        return database.sql("select 1 from orders.value_proposal where id = :id for update")
                .param("id", id)
                .query((row, number) -> true)
                .optional()
                .orElse(false);
    }

    /** Those of an order, the latest first. */
    List<ValueProposal> list(String pack) {
        return database.sql(ALL + " where p.pack = :pack order by p.proposed_at desc, p.id limit 200")
                .param("pack", pack)
                .query((row, number) -> proposal(row))
                .list();
    }

    /** Agreed to, and their moment has come, the earliest first; kept from others, and without those that others keep. */
    List<UUID> due(Instant now) {
        return database.sql("""
                        select id from orders.value_proposal
                         where state = 'approved' and from_at <= :now order by from_at, proposed_at, id
                           for update skip locked
                        """)
                .param("now", utc(now))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Whether the approval is new. */
    boolean approve(UUID id, String by, Instant now) {
        return database.sql("""
                        insert into orders.value_approval (proposal, approved_by, approved_at) values (:id, :by, :now)
                        on conflict do nothing
                        """)
                        .param("id", id)
                        .param("by", by)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    void move(UUID id, ValueProposal.State to, String note, Instant now) {
        boolean ended = to != ValueProposal.State.PROPOSED && to != ValueProposal.State.APPROVED;
        database.sql("update orders.value_proposal set state = :to, note = :note, ended_at = :ended where id = :id")
                .param("to", to.word())
                .param("note", note)
                .param("ended", ended ? utc(now) : null)
                .param("id", id)
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static ValueProposal proposal(ResultSet row) throws SQLException {
        Array approvals = row.getArray("approvals");
        return new ValueProposal(
                row.getObject("id", UUID.class),
                row.getString("pack"),
                row.getString("hash"),
                row.getString("parameter"),
                row.getString("value"),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getString("proposed_by"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                ValueProposal.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("note"),
                List.of((String[]) approvals.getArray()));
    }
}
