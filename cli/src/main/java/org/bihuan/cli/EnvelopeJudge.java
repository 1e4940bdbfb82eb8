package org.bihuan.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.exchange.Envelope;
import org.bihuan.exchange.EnvelopeException;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Judge;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.decide.Pins;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.format.FactReader;
import org.bihuan.policy.format.FieldError;
import org.bihuan.policy.format.RawFact;
import org.bihuan.policy.population.Population;
import org.bihuan.policy.scenario.Scenarios;
import org.jspecify.annotations.Nullable;

/** Judges facts in the open envelope, one JSON object a line, of whatever subjects they speak. */
final class EnvelopeJudge {
    private final FactReader reader;
    private final List<PackPolicy> policies;
    private final Instant at;
    private final DecisionOutput output;
    private final PrintStream err;

    EnvelopeJudge(
            FactCatalogue catalogue, List<PackPolicy> policies, Instant at, DecisionOutput output, PrintStream err) {
        this.reader = new FactReader(catalogue, Divisions.load()::exists);
        this.policies = policies;
        this.at = at;
        this.output = output;
        this.err = err;
    }

    void run(InputStream input) throws IOException {
        Map<FactId, Fact> facts = new LinkedHashMap<>();
        Map<FactId, String> lines = new LinkedHashMap<>();
        Map<SubjectId, List<FieldError>> errors = new LinkedHashMap<>();
        BufferedReader text =
                new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8.newDecoder()), 1 << 16);
        long number = 0;
        for (String line = next(text); line != null; line = next(text)) {
            number++;
            if (number == 1 && line.startsWith("\uFEFF")) {
                line = line.substring(1);
            }
            if (line.isBlank()) {
                continue;
            }
            try {
                take(Envelope.parse(line, number), line, facts, lines, errors);
            } catch (EnvelopeException e) {
                err.println("line " + number + ": " + e.getMessage());
            }
        }
        for (Decision decision : Population.decide(facts.values(), policies, at, Scenarios.HORIZON)) {
            List<FieldError> own = errors.remove(decision.subject());
            output.write(output.line(decision.subject(), at, decision, own == null ? List.of() : own));
        }
        // A subject all of whose facts were refused still gets its line, so that nobody vanishes from the answer.
        errors.forEach((subject, own) -> output.write(output.line(subject, at, empty(subject), own)));
    }

    private static @Nullable String next(BufferedReader text) throws IOException {
        try {
            return text.readLine();
        } catch (CharacterCodingException e) {
            throw new UsageException("the facts are not valid UTF-8");
        }
    }

    private void take(
            RawFact raw,
            String line,
            Map<FactId, Fact> facts,
            Map<FactId, String> lines,
            Map<SubjectId, List<FieldError>> errors) {
        FactReader.Result result = reader.read(raw, at);
        Fact fact = result.fact();
        if (fact == null) {
            for (FactSubject subject : raw.subjects()) {
                errors.computeIfAbsent(subject.subject(), id -> new ArrayList<>())
                        .addAll(result.errors());
            }
            if (raw.subjects().isEmpty()) {
                result.errors().forEach(error -> err.println(raw.key() + ": " + error.en()));
            }
            return;
        }
        String before = lines.putIfAbsent(fact.id(), line);
        if (before == null) {
            facts.put(fact.id(), reader.seen(fact));
        } else if (!before.equals(line)) {
            FieldError conflict = FieldError.of(
                    "key", raw.key(), "fact.conflict", "同一编号已有不同内容", "the key was used before with another content");
            for (FactSubject subject : raw.subjects()) {
                errors.computeIfAbsent(subject.subject(), id -> new ArrayList<>())
                        .add(conflict);
            }
        }
    }

    private Decision empty(SubjectId subject) {
        return Judge.decide(Dossier.of(subject, List.of()), policies, Pins.none(), at, Scenarios.HORIZON);
    }
}
