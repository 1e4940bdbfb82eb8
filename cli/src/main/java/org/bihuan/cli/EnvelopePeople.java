package org.bihuan.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.exchange.Envelope;
import org.bihuan.exchange.EnvelopeException;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FactReader;
import org.bihuan.policy.population.Population;
import org.bihuan.policy.scenario.Scenarios;

/** Everybody of whom facts in the open envelope speak, one JSON object a line. */
final class EnvelopePeople {
    private final FactReader reader;
    private final Instant at;
    private final PrintStream err;
    private final Map<SubjectId, List<Fact>> facts = new LinkedHashMap<>();

    EnvelopePeople(FactReader reader, Instant at, PrintStream err) {
        this.reader = reader;
        this.at = at;
        this.err = err;
    }

    List<Dossier> read(InputStream input, PackPolicy judging) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
        long number = 0;
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            number++;
            if (!line.isBlank()) {
                take(number == 1 ? line.replace("\uFEFF", "") : line, number);
            }
        }
        if (!judging.pack().signals().isEmpty()) {
            Set<Fact> all = new LinkedHashSet<>();
            facts.values().forEach(all::addAll);
            return Population.dossiers(all, List.of(judging), at, Scenarios.HORIZON);
        }
        List<Dossier> dossiers = new ArrayList<>();
        facts.forEach((subject, own) -> dossiers.add(Dossier.of(subject, own)));
        return dossiers;
    }

    private void take(String line, long number) {
        try {
            FactReader.Result result = reader.read(Envelope.parse(line, number), at);
            result.errors().forEach(error -> err.println("line " + number + ": " + error.en()));
            Fact fact = result.fact();
            if (fact != null) {
                Fact seen = reader.seen(fact);
                seen.subjects()
                        .forEach(each -> facts.computeIfAbsent(each.subject(), id -> new ArrayList<>())
                                .add(seen));
            }
        } catch (EnvelopeException e) {
            err.println("line " + number + ": " + e.getMessage());
        }
    }
}
