package org.bihuan.app.orders.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.orders.Trial;
import org.bihuan.app.rules.PackVersion.State;

/**
 * The page on which a trial is asked for, with those that have been.
 *
 * @param choices every version there is
 * @param byHash the same by hash
 * @param chosen hash of the version that the page before spoke of, empty for none
 * @param fresh id of the next trial
 * @param error what was wrong with the last wish, empty when nothing was
 */
public record TrialsPage(
        List<TrialChoice> choices,
        Map<String, TrialChoice> byHash,
        List<Trial> trials,
        String chosen,
        UUID fresh,
        boolean mayAsk,
        String error) {
    /** Those that may be tried: drafts first. */
    public List<TrialChoice> tried() {
        return choices.stream()
                .sorted((left, right) -> Boolean.compare(right.is(State.DRAFT), left.is(State.DRAFT)))
                .toList();
    }

    /** Those in force, to compare with. */
    public List<TrialChoice> inForce() {
        return choices.stream().filter(each -> each.is(State.ACTIVE)).toList();
    }

    /** Whether this one in force is offered first: it is of the order that was chosen, or the only one. */
    public boolean isOffered(TrialChoice choice) {
        TrialChoice tried = byHash.get(chosen);
        return tried == null
                ? choice.equals(inForce().getFirst())
                : tried.version().pack().equals(choice.version().pack());
    }

    /** What a version is called; its hash where it is not known any more. */
    public String text(String hash, boolean chinese) {
        TrialChoice known = byHash.get(hash);
        return known == null ? hash : known.text(chinese);
    }
}
