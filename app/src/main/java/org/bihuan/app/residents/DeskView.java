package org.bihuan.app.residents;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the desk of appeals shows.
 *
 * @param late how many of those that wait are overdue
 * @param waiting how many wait: the length of the list, as long as it is not longer than shown
 */
public record DeskView(List<Row> open, List<Row> answered, long waiting, long late) {

    /** One appeal in a list. */
    public record Row(
            Appeal appeal,
            String name,
            String subjectPath,
            String ground,
            String outcome,
            boolean isLate,
            Duration left) {}

    /**
     * One appeal with all that is needed to answer it.
     *
     * @param outcomes what can come of it, with its words
     * @param issuedBy who had the notice issued
     * @param isOwn whether that is whoever looks: then somebody else has to answer
     * @param suspension what can be said of suspending it
     * @param wrong key of what is wrong with what was sent, empty when nothing is
     */
    public record One(
            Row row,
            WhyView why,
            String words,
            String answer,
            Map<String, String> outcomes,
            String issuedBy,
            boolean isOwn,
            Suspending suspension,
            String wrong) {}

    /**
     * Suspending the measure until the answer.
     *
     * @param rule what the law says of it
     * @param ground on which it is suspended, empty while it is not
     * @param grounds on which whoever looks may suspend it; none when they may not
     * @param hours for how long at most
     * @param restsNow whether it rests now
     */
    public record Suspending(String rule, String ground, Map<String, String> grounds, long hours, boolean restsNow) {}
}
