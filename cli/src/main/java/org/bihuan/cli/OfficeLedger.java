package org.bihuan.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.kernel.Divisions;
import org.bihuan.ledgers.file.FileLimits;
import org.bihuan.ledgers.file.FileRefused;
import org.bihuan.ledgers.file.LedgerFile;
import org.bihuan.ledgers.file.SheetInfo;
import org.bihuan.ledgers.file.SheetRow;
import org.bihuan.ledgers.file.SheetRows;
import org.bihuan.ledgers.header.HeaderFinder;
import org.bihuan.ledgers.header.HeaderMapping;
import org.bihuan.ledgers.header.LedgerRow;
import org.bihuan.ledgers.header.LedgerRowReader;
import org.bihuan.ledgers.value.CellReader;
import org.bihuan.ledgers.value.PlaceReader;
import org.bihuan.policy.fact.HashId;
import org.bihuan.policy.format.Ledger;
import org.bihuan.policy.format.LedgerColumns;
import org.bihuan.policy.format.LedgerFacts;
import org.bihuan.policy.format.LedgerHeaders;

/** A ledger as an office keeps it: Excel or CSV, found by the wording of its headers ({@code ledger-headers.yaml}). */
final class OfficeLedger {
    private final LedgerHeaders headers;
    private final LedgerColumns columns;
    private final LedgerFacts facts;
    private final ZoneId zone;

    /** @param packs folders with words for headers, those of a later one count beside the others' */
    OfficeLedger(List<Path> packs, LedgerColumns columns, LedgerFacts facts, ZoneId zone) {
        this.headers = LedgerHeaders.ofFolders(packs, columns);
        this.columns = columns;
        this.facts = facts;
        this.zone = zone;
    }

    /** The good rows of the first sheet that is understood, by whom they are about; refused ones are told. */
    Map<String, List<Ledger.Row>> read(Path path, Instant at, PrintStream err) {
        try (LedgerFile file = LedgerFile.open(path, FileLimits.USUAL)) {
            for (SheetInfo sheet : file.sheets()) {
                List<SheetRow> rows = rows(file, sheet.index());
                HeaderMapping mapping = new HeaderFinder(headers)
                        .find(rows.subList(0, Math.min(rows.size(), HeaderFinder.ROWS)))
                        .orElse(null);
                if (mapping != null) {
                    return read(rows, mapping, file.countsFrom1904(), at, err);
                }
            }
            throw new UsageException("--people " + path
                    + " has no sheet with a header that is understood; 没有认得出表头的工作表，表头用语见 packs/ledger-headers.yaml");
        } catch (FileRefused e) {
            throw new UsageException("--people " + path + ": " + e.wording().zh() + " / "
                    + e.wording().en());
        }
    }

    private static List<SheetRow> rows(LedgerFile file, int sheet) {
        List<SheetRow> all = new ArrayList<>();
        try (SheetRows rows = file.rows(sheet)) {
            rows.forEachRemaining(all::add);
        }
        return all;
    }

    private Map<String, List<Ledger.Row>> read(
            List<SheetRow> rows, HeaderMapping mapping, boolean from1904, Instant at, PrintStream err) {
        CellReader cells = new CellReader(
                new PlaceReader(Divisions.load()), at.atZone(zone).toLocalDate(), zone, from1904);
        LedgerRowReader reader = new LedgerRowReader(
                mapping, headers, columns, cells, facts, document -> "p-" + HashId.of("document", document));
        Map<String, List<Ledger.Row>> people = new LinkedHashMap<>();
        for (SheetRow row : rows) {
            if (row.number() > mapping.lastRow()) {
                LedgerRow read = reader.read(row, at);
                read.errors().forEach(error -> err.println("line " + row.number() + ": " + error.en()));
                if (read.isGood()) {
                    people.computeIfAbsent(read.row().cell(columns.subjectColumn()), name -> new ArrayList<>())
                            .add(read.row());
                }
            }
        }
        return people;
    }
}
