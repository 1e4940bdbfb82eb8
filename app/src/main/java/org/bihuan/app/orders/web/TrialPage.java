package org.bihuan.app.orders.web;

import java.util.List;
import org.bihuan.app.orders.Trial;
import org.bihuan.app.orders.TrialAnswer;
import org.bihuan.app.rules.PackVersion;
import org.bihuan.policy.decide.Needs;
import org.bihuan.policy.pack.Pack;
import org.jspecify.annotations.Nullable;

/**
 * A trial with its answer or its progress.
 *
 * @param version the version that is tried
 * @param against the version it is compared with, null for none
 * @param pack the order that is tried
 * @param before the order it is compared with, itself for none
 * @param answer as far as whoever looks may see
 * @param done how many the machine has looked at
 * @param mayAsk whether stopping and asking again is offered
 */
public record TrialPage(
        Trial trial,
        PackVersion version,
        @Nullable PackVersion against,
        Pack pack,
        Pack before,
        TrialAnswer answer,
        Needs needs,
        long done,
        boolean mayAsk) {
    /** A measure's code for people. */
    public String measure(String code, boolean chinese) {
        return MeasureWords.of(code, pack, chinese);
    }

    /** A kind of duty for people. */
    public String duty(String kind, boolean chinese) {
        return MeasureWords.duty(kind, pack, chinese);
    }

    /** The sentences that an answer's rows stand for. */
    public List<TrialSentence> sentences(String answer, boolean isBefore) {
        return TrialSentence.of(answer, isBefore ? before : pack);
    }
}
