package org.bihuan.app.bulk;

import java.util.List;
import java.util.Map;

/**
 * What the page of an action shows.
 *
 * @param kind message key of what it does
 * @param what the fields of the facts, in words
 * @param counts how many duties of each state, by its word
 * @param reasons why some were refused or left out, with their numbers
 * @param finished how many are no longer waiting
 * @param hasFailed whether the work stopped and waits for somebody
 */
public record BulkView(
        BulkAction action,
        String kind,
        List<String> what,
        Map<String, Long> counts,
        Map<String, Long> reasons,
        long finished,
        boolean canBeUndone,
        boolean hasFailed) {
    public BulkView {
        what = List.copyOf(what);
    }
}
