package org.bihuan.app.imports.store;

import java.util.List;
import java.util.UUID;
import org.bihuan.app.database.BulkStatement;
import org.bihuan.app.imports.domain.RowParts;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keys the hashes of rows from before, in steps and before anything else reads them. Killed, the next start goes on. */
@Component
public class Rekeying implements SmartInitializingSingleton {
    private static final int STEP = 2_000;

    private final JdbcTemplate jdbc;
    private final RowHash hash;
    private final TransactionTemplate transaction;

    Rekeying(JdbcTemplate jdbc, RowHash hash, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.hash = hash;
        this.transaction = transaction;
    }

    private record Old(String at, UUID hash, String parts) {}

    @Override
    public void afterSingletonsInstantiated() {
        for (String table : List.of("line", "listed")) {
            while (Boolean.TRUE.equals(transaction.execute(_ -> next(table)))) {} // a step at a time
        }
    }

    private boolean next(String table) {
        String parts = table.equals("listed") ? "parts" : "''";
        List<Old> step = jdbc.query(
                "select ctid::text, hash, " + parts + " from imports." + table
                        + " where not is_keyed limit ? for update",
                (row, number) -> new Old(row.getString(1), row.getObject(2, UUID.class), row.getString(3)),
                STEP);
        new BulkStatement<>(step)
                .column("text", Old::at)
                .column("uuid", old -> hash.of(old.hash()))
                .column(
                        "text",
                        old -> RowParts.decoded(old.parts())
                                .keyed(hash::ofContent)
                                .encoded())
                .update(
                        jdbc,
                        "update imports." + table + " t set is_keyed = true, hash = n.hash"
                                + (table.equals("listed") ? ", parts = n.parts" : "")
                                + " from unnest(?::text[], ?::uuid[], ?::text[]) as n (at, hash, parts) where t.ctid = n.at::tid");
        return !step.isEmpty();
    }
}
