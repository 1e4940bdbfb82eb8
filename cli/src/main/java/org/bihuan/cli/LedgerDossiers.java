package org.bihuan.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FactReader;
import org.bihuan.policy.format.LedgerColumns;
import org.bihuan.policy.format.LedgerFacts;
import org.bihuan.policy.format.LedgerPerson;
import org.bihuan.policy.format.LoadedPack;

/** The people of a ledger in UTF-8, each with all their rows. */
final class LedgerDossiers {
    private final LedgerColumns columns;
    private final LedgerFacts facts;
    private final LedgerPerson persons;
    private final Instant at;
    private final PrintStream err;

    LedgerDossiers(LoadedPack pack, LedgerColumns columns, FactReader reader, Instant at, PrintStream err) {
        this.columns = columns;
        this.facts = new LedgerFacts(columns, pack.catalogue(), reader, "ledger");
        this.persons = new LedgerPerson(columns, facts, List.of(PackPolicy.of(pack.pack(), List.of(), "ledger")));
        this.at = at;
        this.err = err;
    }

    List<Dossier> read(InputStream input) throws IOException {
        List<Dossier> dossiers = new ArrayList<>();
        LedgerPeople.read(input, columns, err).forEach((name, rows) -> {
            if (name.isEmpty()) {
                rows.forEach(row -> tell(row.number(), facts.read(row, at)));
                return;
            }
            SubjectId person = new SubjectId(columns.subjectType(), name);
            LedgerFacts.Result known = persons.read(person, rows, at);
            tell(rows.getFirst().number(), known);
            dossiers.add(Dossier.of(person, known.facts()));
        });
        return dossiers;
    }

    private void tell(long line, LedgerFacts.Result result) {
        result.errors().forEach(error -> err.println("line " + line + ": " + error.en()));
    }
}
