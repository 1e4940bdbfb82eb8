package org.bihuan.app.returns;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a return stands at a moment. */
public enum ReturnState {
    /** Its time has passed and it is not there: not known, and never zero. */
    MISSING,
    /** Not there and not yet late. */
    EXPECTED,
    /** There, and came after its time. */
    LATE,
    /** There, and came in time. */
    ON_TIME;

    /**
     * @param deadline last moment of being on time
     * @param received when the first revision came, null while none has
     * @param at the moment asked about; what came later is not there yet
     */
    public static ReturnState of(Instant deadline, @Nullable Instant received, Instant at) {
        if (received == null || received.isAfter(at)) {
            return at.isAfter(deadline) ? MISSING : EXPECTED;
        }
        return received.isAfter(deadline) ? LATE : ON_TIME;
    }

    /** Whether somebody reported. */
    public boolean isIn() {
        return this == LATE || this == ON_TIME;
    }
}
