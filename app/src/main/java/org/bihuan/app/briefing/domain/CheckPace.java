package org.bihuan.app.briefing.domain;

import java.time.Duration;

/** How long to rest after frozen figures were compared, so that comparing takes at most an eleventh of a processor. Pure. */
public final class CheckPace {
    private static final int TIMES = 10;

    private CheckPace() {}

    /**
     * Ten times as long as it took, and at least as long as is set.
     *
     * @param took how long the last comparison took
     * @param every how often there should be one
     */
    public static Duration rest(Duration took, Duration every) {
        Duration ten = took.multipliedBy(TIMES);
        return ten.compareTo(every) > 0 ? ten : every;
    }
}
