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
            String wrong) {}
}
