package org.bihuan.app.briefing.domain;

import java.time.Duration;

/** How long to rest after frozen figures were compared, so that comparing takes at most a thirtieth of a processor. Pure. */
public final class CheckPace {
    private static final int TIMES = 30;

    private CheckPace() {}

    /**
     * Thirty times as long as it took, and at least as long as is set.
     *
     * @param took how long the last comparison took
     * @param every how often there should be one
     */
    public static Duration rest(Duration took, Duration every) {
        Duration many = took.multipliedBy(TIMES);
        return many.compareTo(every) > 0 ? many : every;
    }
}
