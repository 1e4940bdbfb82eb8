package org.bihuan.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
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
        Map<String, List<Ledger.Row>> rows = LedgerPeople.read(input, columns, err);
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
