package org.bihuan.places.risk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is odd about the lines of a list. Odd lines are kept: the figures of a publication count them too.
 *
 * @param repeated lines that say what an earlier one says
 * @param contradicting lines that give a place another level than an earlier one; the stricter counts
 */
public record ListCheck(List<Pair> repeated, List<Pair> contradicting) {
    /** A line and the earlier one about the same place. */
    public record Pair(ListedArea earlier, ListedArea later) {}

    public ListCheck {
        repeated = List.copyOf(repeated);
        contradicting = List.copyOf(contradicting);
    }

    /** Looks the lines through. */
    public static ListCheck of(List<ListedArea> areas) {
        Map<String, ListedArea> first = new HashMap<>();
        List<Pair> repeated = new ArrayList<>();
        List<Pair> contradicting = new ArrayList<>();
        for (ListedArea area : areas) {
            ListedArea earlier = first.putIfAbsent(area.key(), area);
            if (earlier != null) {
                (earlier.level().equals(area.level()) ? repeated : contradicting).add(new Pair(earlier, area));
            }
        }
        return new ListCheck(repeated, contradicting);
    }
}
