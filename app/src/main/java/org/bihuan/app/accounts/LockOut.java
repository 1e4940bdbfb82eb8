package org.bihuan.app.accounts;

import java.time.Duration;

/** How long nobody gets in after failed attempts in a row. */
final class LockOut {
    /** Slips of the finger that cost nothing. */
    static final int FREE_BY_NAME = 4;
    /** The same for an address, behind which a whole office may sit. */
    static final int FREE_BY_ADDRESS = 19;

    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofHours(1);

    private LockOut() {}

    /**
     * Doubles with every further failure.
     *
     * @param failures in a row, this one included
     */
    static Duration after(int failures, int free) {
        if (failures <= free) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - free - 1, 10);
        Duration delay = FIRST.multipliedBy(1L << doublings);
        return delay.compareTo(LONGEST) < 0 ? delay : LONGEST;
    }
}
