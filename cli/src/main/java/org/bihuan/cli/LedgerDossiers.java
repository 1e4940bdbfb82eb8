package org.bihuan.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.Ledger;
import org.bihuan.policy.format.LedgerColumns;
import org.bihuan.policy.format.LedgerFacts;
import org.bihuan.policy.format.LedgerPerson;

/** The people of a ledger, each with all their rows: one as {@code judge} takes it, or one that an office keeps. */
record LedgerDossiers(
        LedgerColumns columns,
        LedgerFacts facts,
        LedgerPerson persons,
        OfficeLedger office,
        Instant at,
        PrintStream err) {

    List<Dossier> read(Path file, String begin) throws IOException {
        if (!isPlain(begin)) {
            return dossiers(office.read(file, at, err));
        }
        try (InputStream input = Files.newInputStream(file)) {
            return dossiers(LedgerPeople.read(input, columns, err));
        }
    }

    /** Whether the first line names the columns that a ledger for {@code judge} must have. */
    private boolean isPlain(String begin) {
        String header = begin.replace("\uFEFF", "").lines().findFirst().orElse("");
        return Arrays.asList(header.split(",")).contains(columns.subjectColumn());
    }

    private List<Dossier> dossiers(Map<String, List<Ledger.Row>> rows) {
        List<Dossier> dossiers = new ArrayList<>();
        rows.forEach((name, own) -> {
            if (name.isEmpty()) {
                own.forEach(row -> tell(row.number(), facts.read(row, at)));
                return;
            }
            SubjectId person = new SubjectId(columns.subjectType(), name);
            LedgerFacts.Result known = persons.read(person, own, at);
            tell(own.getFirst().number(), known);
            dossiers.add(Dossier.of(person, known.facts()));
        });
        return dossiers;
    }

    private void tell(long line, LedgerFacts.Result result) {
        result.errors().forEach(error -> err.println("line " + line + ": " + error.en()));
    }

    /** The first bytes of a file as far as they are text. */
    static String begin(Path file) throws IOException {
        try (InputStream input = Files.newInputStream(file)) {
            return new String(input.readNBytes(4_096), StandardCharsets.UTF_8);
        }
    }
}
