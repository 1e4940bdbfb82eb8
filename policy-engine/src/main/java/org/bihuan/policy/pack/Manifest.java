package org.bihuan.policy.pack;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * Head of a pack.
 *
 * @param id name of the order, the same for all its versions
 * @param version the operator's version word
 * @param titles title
 * @param issuer who issued it
 * @param number official number, null when the text carries none
 * @param parent the order it implements, null for none
 * @param diseaseClass class in the vocabulary, which bounds the kinds of measure
 * @param articles articles of law it rests on
 * @param jurisdiction where it applies
 * @param zone civil time of the jurisdiction
 * @param validFrom first moment in force
 * @param validTo end, null while none is set
 * @param factsSince earliest episode it looks at, null for any
 * @param transition what a new version does to people judged under this one: keep, recompute or review
 * @param addressees who must sign for it, null for none
 * @param delegation how delegated values are demanded, null when nothing is delegated
 * @param clauses clauses it means to carry out
 */
public record Manifest(
        String id,
        String version,
        Wording titles,
        Wording issuer,
        @Nullable String number,
        @Nullable Parent parent,
        String diseaseClass,
        List<String> articles,
        DivisionCode jurisdiction,
        ZoneId zone,
        Instant validFrom,
        @Nullable Instant validTo,
        @Nullable FactsSince factsSince,
        Transition transition,
        @Nullable Addressees addressees,
        @Nullable Delegation delegation,
        List<String> clauses) {
    public Manifest {
        articles = List.copyOf(articles);
        clauses = List.copyOf(clauses);
    }

    /** What happens to pinned episodes when a new version comes. */
    public enum Transition {
        KEEP,
        RECOMPUTE,
        REVIEW
    }

    /** The order this one implements. */
    public record Parent(String id, Wording wording, List<String> clauses) {}

    /** Back-dating: episodes of the kind anchored before the moment are recorded without a measure. */
    public record FactsSince(Instant from, String episode, List<String> clauses) {}

    /** Every region of the level inside the jurisdiction owes the receipt duty once the order is in force. */
    public record Addressees(int level, String receiptDuty, List<String> clauses) {}

    /** Every region of the level owes a decision on each delegated value, due a parameter's time after coming into force. */
    public record Delegation(int level, String dutyKind, String owner, String due) {}

    /** Whether the order is in force at the moment. */
    public boolean isInForce(Instant at) {
        Instant end = validTo;
        return !at.isBefore(validFrom) && (end == null || at.isBefore(end));
    }
}
