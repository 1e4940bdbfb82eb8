package org.bihuan.app.api;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.format.RawFact;
import org.springframework.stereotype.Component;

/** Records what came, good and bad mixed, in one transaction. Thread-safe. */
@Component
class FactIntake {
    private final Facts facts;
    private final Rules rules;
    private final Clock clock;
    private final GoverningFacts governing;

    FactIntake(Facts facts, Rules rules, Clock clock, GoverningFacts governing) {
        this.governing = governing;
        this.facts = facts;
        this.rules = rules;
        this.clock = clock;
    }

    /** The answers in the order of the facts. */
    List<FactAnswer> record(List<Incoming> sent) {
        List<Incoming> incoming = sent.stream().map(this::allowed).toList();
        List<RawFact> good = new ArrayList<>(incoming.size());
        for (Incoming each : incoming) {
            if (each.raw() != null) {
                good.add(each.raw());
            }
        }
        Iterator<Append> answers =
                facts.append(good, rules.reader(), clock.instant()).iterator();
        List<FactAnswer> result = new ArrayList<>(incoming.size());
        for (Incoming each : incoming) {
            result.add(each.raw() == null ? Objects.requireNonNull(each.refused()) : FactAnswer.of(answers.next()));
        }
        return result;
    }

    private Incoming allowed(Incoming each) {
        RawFact raw = each.raw();
        return raw == null
                ? each
                : governing
                        .refusal(raw)
                        .map(error -> Incoming.refuse(raw.key(), error))
                        .orElse(each);
    }
}
