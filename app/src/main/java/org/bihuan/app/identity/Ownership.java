package org.bihuan.app.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FieldError;
import org.bihuan.policy.format.RawFact;
import org.springframework.stereotype.Component;

/** Makes a claimed document one that somebody has seen. Thread-safe. */
@Component
class Ownership {
    private static final String REASON = "证件已与本人核对 document compared with the person";

    private final Facts facts;
    private final Rules rules;
    private final Register register;

    Ownership(Facts facts, Rules rules, Register register) {
        this.facts = facts;
        this.rules = rules;
        this.register = register;
    }

    /**
     * In the caller's transaction.
     *
     * @param claimed what was claimed, open
     * @param owners who is known by the document
     */
    Registered take(SubjectId claimant, Fact claimed, List<SubjectId> owners, String source, Instant now) {
        String key = "claim/" + claimant.id();
        String at = facts.find(FactId.of(source, key))
                .map(Fact::occurredAt)
                .orElse(now)
                .toString();
        Map<String, Object> document = Map.of(
                "documentKind", Objects.requireNonNullElse(claimed.text("claimedKind"), "resident-id"),
                "documentNumber", Objects.requireNonNull(claimed.text("claimedNumber")));
        RawFact seen = new RawFact(
                source,
                key,
                "person",
                1,
                at,
                at,
                0,
                0,
                null,
                List.of(new FactSubject("person", claimant)),
                Objects.toString(claimed.division(), null),
                document);
        if (facts.append(List.of(seen), rules.reader(), now).getFirst() instanceof Append.Refused refused) {
            return new Registered.Refused(refused.errors());
        }
        for (SubjectId owner : owners) {
            Registered merged = register.merge(claimant, owner, REASON, source, key + "/" + owner.id(), now);
            if (merged instanceof Registered.Refused) {
                return merged;
            }
        }
        return new Registered.Done(claimant);
    }

    static Registered nothingClaimed(SubjectId claimant) {
        return new Registered.Refused(List.of(FieldError.of(
                "documentNumber",
                claimant.id(),
                "person.claim",
                "没有待核对的自报证件；请刷新页面",
                "has claimed no document that could be compared: open the page again")));
    }
}
