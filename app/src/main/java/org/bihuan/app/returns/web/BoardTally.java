package org.bihuan.app.returns.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.app.returns.BoardLine;

/** Counts a board while it passes and keeps one page of it: those in a state, behind a unit. One thread. */
final class BoardTally {
    private final String state;
    private final String after;
    private final int most;
    private final Map<String, Long> counts = new HashMap<>();
    private final List<BoardLine> page = new ArrayList<>();
    private boolean isBehind;
    private boolean hasMore;

    /** @param after id of the unit that the page before ended with, empty for the first page */
    BoardTally(String state, String after, int most) {
        this.state = state;
        this.after = after;
        this.most = most;
        this.isBehind = after.isEmpty();
    }

    void add(BoardLine line) {
        for (String each : BoardView.STATES) {
            if (BoardView.is(line, each)) {
                counts.merge(each, 1L, Long::sum);
            }
        }
        if (isBehind && BoardView.is(line, state)) {
            hasMore = page.size() == most;
            if (!hasMore) {
                page.add(line);
            }
        }
        isBehind |= line.unit().id().toString().equals(after);
    }

    Map<String, Long> counts() {
        return counts;
    }

    List<BoardLine> page() {
        return page;
    }

    /** Id of the unit to go on behind, empty when nothing is left. */
    String next() {
        return hasMore ? page.getLast().unit().id().toString() : "";
    }
}
