package org.bihuan.app.orders.web;

import java.util.List;
import java.util.stream.Stream;
import org.bihuan.policy.pack.OutcomeDefinition;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a table says.
 *
 * @param sentence in the order's words, null where there is none
 * @param key of a text that says so instead
 */
public record TrialSentence(@Nullable Wording sentence, String key) {
    private static final String NOTHING = "-";

    /** @param answer names of outcomes with a plus between, or a word of the command {@code whatif} */
    static List<TrialSentence> of(String answer, Pack pack) {
        return Stream.of(answer.split("\\+")).map(name -> one(name, pack)).toList();
    }

    private static TrialSentence one(String name, Pack pack) {
        OutcomeDefinition outcome = pack.outcomes().get(name);
        return outcome == null
                ? new TrialSentence(null, "trial.answer." + (name.equals(NOTHING) ? "none" : name))
                : new TrialSentence(outcome.wording(), "");
    }
}
