package org.bihuan.app.duties;

import java.time.Duration;
import java.time.Instant;
import org.bihuan.policy.decide.Duty;

/** Where the times of an unmet duty lie, seen from the moment of counting. */
enum DueWindow {
    LATE(Duty.State.LATE, Duration.ZERO),
    HOUR(Duty.State.OPEN, Duration.ofHours(1)),
    DAY(Duty.State.OPEN, Duration.ofDays(1)),
    LATER(Duty.State.OPEN, Duration.ofSeconds(Long.MAX_VALUE)),
    SCHEDULED(Duty.State.SCHEDULED, Duration.ofSeconds(Long.MAX_VALUE));

    /** The column, with the moments {@code :now}, {@code :hour} and {@code :day}. */
    static final String COLUMN = """
            case when due_at <= :now then 'LATE'
                 when opens_at > :now then 'SCHEDULED'
                 when due_at < :hour then 'HOUR'
                 when due_at < :day then 'DAY'
                 else 'LATER' end""";

    private final Duty.State state;
    private final Duration within;

    DueWindow(Duty.State state, Duration within) {
        this.state = state;
        this.within = within;
    }

    /** The moment by which all of it is due. */
    Instant ends(Instant now) {
        return now.plus(within);
    }

    Duty.State state() {
        return state;
    }

    /** Whether all of it is due before that much time has passed. */
    boolean isWithin(Duration time) {
        return within.compareTo(time) <= 0;
    }

    /** Whether that much time ends where a window ends. */
    static boolean isEdge(Duration time) {
        return time.equals(HOUR.within) || time.equals(DAY.within);
    }
}
