package org.bihuan.app.arrivals;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of documents that nobody has compared.
 *
 * @param isHere whether it shows those who have arrived, else those who are still expected
 * @param here how many have arrived
 * @param coming how many are expected
 * @param next cursor of the next page, empty after the last
 */
public record ClaimListView(boolean isHere, long here, long coming, List<Line> lines, String next) {
    public ClaimListView {
        lines = List.copyOf(lines);
    }

    /**
     * One person.
     *
     * @param claim what they claim, null when it was settled at this very moment
     */
    public record Line(ArrivalLine arrival, @Nullable ClaimView claim) {}

    /** Address of this side. */
    public String path() {
        return isHere ? "/arrivals/claims" : "/arrivals/claims?side=coming";
    }
}
