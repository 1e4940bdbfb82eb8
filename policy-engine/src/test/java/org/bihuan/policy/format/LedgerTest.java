package org.bihuan.policy.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.policy.ShippedPacks;
import org.junit.jupiter.api.Test;

/** The ledger as CSV: header, rows, and what is no ledger. */
final class LedgerTest {
    private static final String HEADER = "person,arrivedAt,origin\n";

    private static List<Ledger.Row> rows(String csv) {
        List<Ledger.Row> rows = new ArrayList<>();
        new Ledger(new StringReader(csv), ShippedPacks.SHARED.columns()).forEachRemaining(rows::add);
        return rows;
    }

    private static void refused(String csv, String message) {
        assertThatExceptionOfType(PackFormatException.class)
                .isThrownBy(() -> rows(csv))
                .withMessageContaining(message);
    }

    @Test
    void whatIsNoLedger() {
        refused("", "ledger: line 1: is empty; it needs a header line");
        refused("\n\n", "ledger: line 1: is empty; it needs a header line");
        refused("person,arrivedAt\n", "the column origin is missing, found [person, arrivedAt]");
        refused("Person,arrivedAt,origin\n", "the column person is missing");
        refused("person,arrivedAt,origin,origin\n", "the column origin stands twice");
        refused(HEADER + "a,b," + "c".repeat(1_000_000), "ledger: is not valid CSV: ");
        refused("x".repeat(1_000_000), "ledger: is not valid CSV: ");
    }

    @Test
    void rowsKnowTheirLineAndLeaveOutEmptyCells() {
        List<Ledger.Row> rows = rows(HEADER + "\na, ,c\n\nb\n");
        assertThat(rows).extracting(Ledger.Row::number).containsExactly(3L, 5L);
        assertThat(rows.getFirst().cells()).containsOnlyKeys("person", "origin");
        assertThat(rows.getLast().cell("origin")).isEmpty();
        assertThat(rows(HEADER + "a,b,c,\n").getFirst().tooLong()).isTrue();
    }
}
