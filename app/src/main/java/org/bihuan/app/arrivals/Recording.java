package org.bihuan.app.arrivals;

import java.time.Instant;
import java.util.Collection;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Records what was done about arrivals, as the machine: whoever meets somebody may say so. Thread-safe. */
@Component
class Recording {
    private final Facts facts;
    private final Rules rules;
    private final Labels labels;
    private final Deriving deriving;
    private final Duties duties;
    private final TransactionTemplate transactions;

    Recording(
            Facts facts,
            Rules rules,
            Labels labels,
            Deriving deriving,
            Duties duties,
            TransactionTemplate transactions) {
        this.facts = facts;
        this.rules = rules;
        this.labels = labels;
        this.deriving = deriving;
        this.duties = duties;
        this.transactions = transactions;
    }

    /** Does it in one transaction that sees everything; what it throws undoes all of it. */
    void inOne(Runnable work) {
        Asking.asMachine(() -> transactions.executeWithoutResult(status -> work.run()));
    }

    /**
     * Appends the facts and brings the lists of arrivals in line at once.
     *
     * @param touched whom they speak of
     * @param kind kind of fact whose words errors use
     * @throws org.bihuan.app.site.Refused when one of them is not taken
     */
    void take(RawFacts all, Collection<SubjectId> touched, String kind, Instant now) {
        labels.requireTaken(facts.append(all.all(), rules.reader(), now), kind);
        deriving.now(duties, touched, now);
    }

    /** Whether the source has sent the key before. */
    boolean isKnown(String source, String key) {
        return Asking.asMachine(() -> facts.find(FactId.of(source, key)).isPresent());
    }
}
