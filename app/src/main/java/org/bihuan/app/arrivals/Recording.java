package org.bihuan.app.arrivals;

import java.time.Instant;
import java.util.Collection;
import org.bihuan.app.arrivals.domain.Words;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.vault.KeyedHash;
import org.bihuan.policy.fact.Fact;
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
    private final KeyedHash hash;

    Recording(
            Facts facts,
            Rules rules,
            Labels labels,
            Deriving deriving,
            Duties duties,
            TransactionTemplate transactions,
            KeyedHash hash) {
        this.facts = facts;
        this.rules = rules;
        this.labels = labels;
        this.deriving = deriving;
        this.duties = duties;
        this.transactions = transactions;
        this.hash = hash;
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

    /** Brings the lists of arrivals in line with what was recorded of the people. In the caller's transaction. */
    void derive(Collection<SubjectId> touched, Instant now) {
        deriving.now(duties, touched, now);
    }

    /** What a form says, so that another one under its key is known as another; no one reads what was typed out of it. */
    String told(Fields fields) {
        return hash.of("form", FormContent.of(fields)).toString();
    }

    /**
     * Whether the source has sent the form under the key before.
     *
     * @throws org.bihuan.app.site.Refused when it was another form
     */
    boolean isSent(String source, String key, Fields fields) {
        Fact before = Asking.asMachine(() -> facts.find(FactId.of(source, key)).orElse(null));
        if (before == null) {
            return false;
        }
        String told = before.text(Words.FORM);
        if (told != null && !told.equals(told(fields))) {
            throw Labels.sentOtherwise(key);
        }
        return true;
    }
}
