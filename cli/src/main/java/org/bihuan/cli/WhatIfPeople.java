package org.bihuan.cli;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.exchange.Envelope;
import org.bihuan.exchange.EnvelopeException;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FactReader;
import org.bihuan.policy.format.FieldError;
import org.bihuan.policy.format.Ledger;
import org.bihuan.policy.format.LedgerColumns;
import org.bihuan.policy.format.LedgerFacts;
import org.bihuan.policy.format.LedgerPerson;
import org.bihuan.policy.format.LoadedPack;

/** Whom a what-if asks about: facts in the envelope, one a line, or a ledger as {@code judge} takes it; told apart by how they begin. */
final class WhatIfPeople {
    private final LoadedPack pack;
    private final LedgerColumns columns;
    private final Instant at;
    private final PrintStream err;
    private final FactReader reader;

    WhatIfPeople(LoadedPack pack, LedgerColumns columns, Instant at, PrintStream err) {
        this.pack = pack;
        this.columns = columns;
        this.at = at;
        this.err = err;
        this.reader = new FactReader(pack.catalogue(), Divisions.load()::exists);
    }

    /** The people, each with all that is known; a line or row that is refused is told and left out. */
    List<Dossier> read(Path file) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UsageException("--people " + file + " is not a file that can be read");
        }
        try (InputStream input = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            input.mark(4);
            byte[] head = input.readNBytes(4);
            input.reset();
            String begin = new String(head, StandardCharsets.UTF_8);
            if (begin.startsWith("PK")) {
                throw new UsageException("--people " + file
                        + " is an Excel file: save it as CSV in UTF-8, or import it into the server and ask --people db");
            }
            return begin.replace("\uFEFF", "").startsWith("{") ? envelopes(input) : ledger(input);
        }
    }

    private List<Dossier> ledger(InputStream input) throws IOException {
        LedgerFacts facts = new LedgerFacts(columns, pack.catalogue(), reader, "ledger");
        PackPolicy policy = PackPolicy.of(pack.pack(), List.of(), "ledger");
        LedgerPerson persons = new LedgerPerson(columns, facts, List.of(policy));
        List<Dossier> dossiers = new ArrayList<>();
        LedgerPeople.read(input, columns, err).forEach((name, rows) -> {
            if (name.isEmpty()) {
                rows.forEach(row -> tell(row.number(), facts.read(row, at).errors()));
                return;
            }
            SubjectId person = new SubjectId(columns.subjectType(), name);
            LedgerFacts.Result known = persons.read(person, rows, at);
            tell(rows.getFirst().number(), known.errors());
            dossiers.add(Dossier.of(person, known.facts()));
        });
        return dossiers;
    }

    private List<Dossier> envelopes(InputStream input) throws IOException {
        Map<SubjectId, List<Fact>> facts = new LinkedHashMap<>();
        BufferedReader text = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        long number = 0;
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            number++;
            if (!line.isBlank()) {
                take(number == 1 ? line.replace("\uFEFF", "") : line, number, facts);
            }
        }
        List<Dossier> dossiers = new ArrayList<>();
        facts.forEach((subject, own) -> dossiers.add(Dossier.of(subject, own)));
        return dossiers;
    }

    private void take(String line, long number, Map<SubjectId, List<Fact>> facts) {
        try {
            FactReader.Result result = reader.read(Envelope.parse(line, number), at);
            Fact fact = result.fact();
            if (fact == null) {
                tell(number, result.errors());
                return;
            }
            Fact seen = reader.seen(fact);
            for (FactSubject each : seen.subjects()) {
                facts.computeIfAbsent(each.subject(), id -> new ArrayList<>()).add(seen);
            }
        } catch (EnvelopeException e) {
            err.println("line " + number + ": " + e.getMessage());
        }
    }

    private void tell(long line, List<FieldError> errors) {
        errors.forEach(error -> err.println("line " + line + ": " + error.en()));
    }
}
