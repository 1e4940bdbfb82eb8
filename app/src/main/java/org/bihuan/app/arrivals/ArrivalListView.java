package org.bihuan.app.arrivals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The list behind a figure of the funnel.
 *
 * @param title message key of what is listed
 * @param count how many there are
 * @param names names by the person's id
 * @param base address of the list without its page
 * @param back address of the funnel
 * @param next where the next page begins, null when there is none
 */
public record ArrivalListView(
        String title,
        long count,
        List<ArrivalLine> lines,
        Map<String, String> names,
        FunnelSpan span,
        String base,
        String back,
        @Nullable String next,
        Instant now) {
    public ArrivalListView {
        names = Map.copyOf(names);
    }

    public String name(ArrivalLine line) {
        return names.getOrDefault(line.subject().id(), line.subject().id());
    }
}
