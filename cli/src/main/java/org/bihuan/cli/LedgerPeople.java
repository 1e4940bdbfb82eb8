package org.bihuan.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.policy.format.Ledger;
import org.bihuan.policy.format.LedgerColumns;
import org.bihuan.policy.format.PackFormatException;

/** The rows of a ledger in UTF-8, gathered by whom they are about; rows of nobody stand under the empty name. */
final class LedgerPeople {
    private LedgerPeople() {}

    /**
     * Reads all of it, people in the order of their first rows.
     *
     * @throws UsageException when it is no ledger, or in another character set: that must not be judged as question marks
     */
    static Map<String, List<Ledger.Row>> read(InputStream input, LedgerColumns columns, PrintStream err)
            throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8.newDecoder()), 1 << 16);
        Map<String, List<Ledger.Row>> rows = new LinkedHashMap<>();
        try {
            Ledger ledger = new Ledger(reader, columns);
            if (!ledger.ignored().isEmpty()) {
                err.println("columns that mean nothing here are left out: " + ledger.ignored());
            }
            while (ledger.hasNext()) {
                Ledger.Row row = ledger.next();
                rows.computeIfAbsent(row.cell(columns.subjectColumn()), id -> new ArrayList<>(1))
                        .add(row);
            }
            return rows;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new UsageException("the ledger is not valid UTF-8");
            }
            throw e;
        } catch (PackFormatException e) {
            throw new UsageException(e.getMessage() == null ? "the ledger cannot be read" : e.getMessage());
        }
    }
}
