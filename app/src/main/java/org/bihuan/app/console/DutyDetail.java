package org.bihuan.app.console;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a duty shows.
 *
 * @param row as in the list
 * @param order title of the order behind it
 * @param restsUntil until when the measure that it serves is suspended, null when it is not
 * @param attempts how many attempts came to nothing
 * @param evidence form of the fact that meets it, null when no fact does
 * @param work what else can be said about it, the attempt first
 * @param isDecision whether a region decides a value here
 * @param decisionErrors what is wrong with the value that was sent
 * @param decisionKey idempotency key of that form
 * @param back address of the list
 */
public record DutyDetail(
        DutyRow row,
        String order,
        List<String> clauses,
        @Nullable Instant restsUntil,
        int attempts,
        @Nullable DutyForm evidence,
        List<DutyForm> work,
        boolean isDecision,
        DutyForms.Sent sent,
        List<String> decisionErrors,
        String decisionKey,
        String back) {

    /** What was sent in a field of the decision. */
    public String sentValue(String name) {
        return sent.isFor("decision") ? sent.value(name, "") : "";
    }

    /** Whether it needs no more doing. */
    public boolean isDone() {
        return row.state().equals("met") || row.state().equals("waived");
    }
}
