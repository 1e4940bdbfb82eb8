package org.bihuan.app.destruction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A day's destruction of what has been kept for long enough.
 *
 * @param day of the division's calendar
 * @param before whatever was last recorded before it goes
 * @param found how many people that was about when the run was made
 * @param firstBy who agreed first, null while nobody has
 * @param secondBy who agreed second, null while nobody has
 * @param people how many have been destroyed
 * @param uploads how many kept files have been
 */
public record RetentionRun(
        UUID id,
        RetentionOrder order,
        LocalDate day,
        Instant before,
        long found,
        @Nullable String firstBy,
        @Nullable String secondBy,
        State state,
        long people,
        long uploads) {
    /** Life of a run. */
    public enum State {
        /** Two people have to agree. */
        WAITING,
        RUNNING,
        DONE
    }

    /** Name of its job. */
    String job() {
        return "destruction/" + id;
    }
}
