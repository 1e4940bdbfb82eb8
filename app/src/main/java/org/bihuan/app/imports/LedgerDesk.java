package org.bihuan.app.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bihuan.app.imports.store.LineStore;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.vault.KeyedHash;
import org.bihuan.kernel.Divisions;
import org.bihuan.ledgers.file.LedgerFile;
import org.bihuan.ledgers.header.HeaderMapping;
import org.bihuan.ledgers.header.LedgerRowReader;
import org.bihuan.ledgers.value.CellReader;
import org.bihuan.ledgers.value.PlaceReader;
import org.bihuan.policy.fact.HashId;
import org.bihuan.policy.format.LedgerColumns;
import org.bihuan.policy.format.LedgerFacts;
import org.bihuan.policy.format.LedgerHeaders;
import org.springframework.stereotype.Component;

/** How ledgers are read under the orders in force. Thread-safe. */
@Component
public class LedgerDesk {
    private final Rules rules;
    private final ImportSettings.ImportPlace place;
    private final KeyedHash hash;
    private final LineStore lines;

    LedgerDesk(Rules rules, ImportSettings.ImportPlace place, KeyedHash hash, LineStore lines) {
        this.rules = rules;
        this.place = place;
        this.hash = hash;
        this.lines = lines;
    }

    /** Columns and wordings that the orders in force know. */
    public record Meaning(LedgerColumns columns, LedgerHeaders headers) {}

    /**
     * The meaning of columns now.
     *
     * @throws ImportRefused while no order is in force
     */
    public Meaning meaning() {
        LedgerColumns columns = rules.ledgerColumns()
                .orElseThrow(() -> new ImportRefused(
                        "import.no-pack",
                        "没有生效的命令，无法理解台账的列；请先启用命令",
                        "no order is in force that gives the columns a meaning: put one into force first"));
        List<Path> folders = new ArrayList<>();
        folders.add(place.packs());
        rules.active().forEach(pack -> folders.add(place.packs().resolve(pack.id())));
        return new Meaning(columns, LedgerHeaders.ofFolders(folders, columns));
    }

    /** Reads the rows of an upload's file. */
    LedgerRowReader reader(Upload upload, HeaderMapping mapping, LedgerFile file, Meaning meaning) {
        CellReader cells = new CellReader(
                Places.READER,
                upload.drawnUpAt().atZone(place.zone()).toLocalDate(),
                place.zone(),
                file.countsFrom1904());
        return new LedgerRowReader(
                mapping, meaning.headers(), meaning.columns(), cells, facts(upload, meaning), subjects());
    }

    /** The words in which rows go back. */
    RowWords words(Meaning meaning) {
        List<String> kinds = meaning.columns().columns().values().stream()
                .map(LedgerColumns.Column::kind)
                .toList();
        return new RowWords(rules.catalogue(), kinds, place.zone());
    }

    LedgerFacts facts(Upload upload, Meaning meaning) {
        return new LedgerFacts(meaning.columns(), rules.catalogue(), rules.reader(), "ledger/" + upload.sender());
    }

    /**
     * Two rows with one document are about one person; the id tells the number to nobody, not even to who tries all
     * numbers, since they lack the key. Whom a ledger of before gave an id without a key keeps it.
     */
    private UnaryOperator<String> subjects() {
        boolean hasPlainIds = lines.hasPlainIds();
        return document -> {
            String plain = "p-" + HashId.of("document", document);
            return hasPlainIds && lines.isListed(plain) ? plain : "p-" + hash.of("ledger-person", document);
        };
    }

    private static final class Places {
        static final PlaceReader READER = new PlaceReader(Divisions.load());
    }
}
