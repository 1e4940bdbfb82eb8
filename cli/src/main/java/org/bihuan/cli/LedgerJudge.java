package org.bihuan.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Judge;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.decide.Pins;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.format.FactReader;
import org.bihuan.policy.format.Ledger;
import org.bihuan.policy.format.LedgerColumns;
import org.bihuan.policy.format.LedgerFacts;
import org.bihuan.policy.format.LedgerPerson;
import org.bihuan.policy.format.PackFormatException;
import org.bihuan.policy.scenario.Scenarios;

/** Judges a traveller ledger: gathers the rows of each person, then decides person by person on all cores, in order. */
final class LedgerJudge {
    private static final int BATCH = 4_000;

    private final LedgerColumns columns;
    private final LedgerFacts facts;
    private final LedgerPerson persons;
    private final List<PackPolicy> policies;
    private final Instant at;
    private final DecisionOutput output;
    private final PrintStream err;

    LedgerJudge(
            LedgerColumns columns,
            FactCatalogue catalogue,
            List<PackPolicy> policies,
            Instant at,
            DecisionOutput output,
            PrintStream err) {
        this.columns = columns;
        FactReader reader = new FactReader(catalogue, Divisions.load()::exists);
        this.facts = new LedgerFacts(columns, catalogue, reader, "ledger");
        this.persons = new LedgerPerson(columns, facts, policies);
        this.policies = policies;
        this.at = at;
        this.output = output;
        this.err = err;
    }

    private record Person(SubjectId subject, List<Ledger.Row> rows) {}

    void run(InputStream input) throws IOException {
        // A decoder that reports malformed bytes: a ledger in another character set must not be judged as question
        // marks.
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
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new UsageException("the ledger is not valid UTF-8");
            }
            throw e;
        } catch (PackFormatException e) {
            throw new UsageException(e.getMessage() == null ? "the ledger cannot be read" : e.getMessage());
        }
        List<Person> batch = new ArrayList<>(BATCH);
        for (Map.Entry<String, List<Ledger.Row>> entry : rows.entrySet()) {
            if (entry.getKey().isEmpty()) {
                entry.getValue()
                        .forEach(row -> err.println("line " + row.number() + ": "
                                + facts.read(row, at).errors().getFirst().en()));
                continue;
            }
            batch.add(new Person(new SubjectId(columns.subjectType(), entry.getKey()), entry.getValue()));
            if (batch.size() == BATCH) {
                flush(batch);
            }
        }
        flush(batch);
    }

    private void flush(List<Person> batch) {
        batch.parallelStream().map(this::judge).toList().forEach(output::write);
        batch.clear();
    }

    private byte[] judge(Person person) {
        LedgerFacts.Result known = persons.read(person.subject(), person.rows(), at);
        Decision decision =
                Judge.decide(Dossier.of(person.subject(), known.facts()), policies, Pins.none(), at, Scenarios.HORIZON);
        return output.line(person.subject(), at, decision, known.errors());
    }
}
