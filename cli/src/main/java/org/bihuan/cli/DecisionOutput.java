package org.bihuan.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import org.bihuan.exchange.DecisionJson;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.decide.Refusal;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FieldError;
import org.bihuan.policy.pack.Wording;

/** Writes one JSON object a subject, a line each. */
final class DecisionOutput {
    private final PrintStream out;
    private final DecisionJson json;

    DecisionOutput(PrintStream out, List<PackPolicy> policies) {
        this.out = out;
        this.json = new DecisionJson(
                policies.getFirst().pack().manifest().zone(),
                policies.stream().map(policy -> policy.pack().reference()).toList());
    }

    /** The line of a decision, with the rows and facts of the subject that had to be refused. Thread-safe. */
    byte[] line(SubjectId subject, Instant at, Decision decision, List<FieldError> errors) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1_024);
        List<Refusal> refusals = errors.stream()
                .map(error -> new Refusal(null, error.field(), null, new Wording(error.zh(), error.en()), List.of()))
                .toList();
        json.write(line, subject, at, decision, refusals);
        line.write('\n');
        return line.toByteArray();
    }

    void write(byte[] line) {
        out.write(line, 0, line.length);
    }
}
