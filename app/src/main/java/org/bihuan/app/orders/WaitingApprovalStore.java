package org.bihuan.app.orders;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of what waits for somebody's approval. Thread-safe. */
@Component
class WaitingApprovalStore {
    private final JdbcClient database;

    WaitingApprovalStore(JdbcClient database) {
        this.database = database;
    }

    /** How many wait for the one who asks: not their own, and not approved by them already. */
    long count(String login) {
        return database.sql("""
                        select (select count(*) from orders.proposal p
                                 where p.state = 'previewed' and p.proposed_by <> :login
                                   and not exists (select 1 from orders.approval a
                                                    where a.proposal = p.id and a.preview_hash = p.preview_hash
                                                      and a.approved_by = :login))
                             + (select count(*) from orders.value_proposal v
                                 where v.state = 'proposed' and v.proposed_by <> :login
                                   and not exists (select 1 from orders.value_approval a
                                                    where a.proposal = v.id and a.approved_by = :login))
                        """).param("login", login).query(Long.class).single();
    }

    /** Orders with values among them. */
    List<String> ordersOfValues(String login) {
        return database.sql("""
                        select distinct v.pack from orders.value_proposal v
                         where v.state = 'proposed' and v.proposed_by <> :login
                           and not exists (select 1 from orders.value_approval a
                                            where a.proposal = v.id and a.approved_by = :login)
                         order by 1
                        """)
                .param("login", login)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
