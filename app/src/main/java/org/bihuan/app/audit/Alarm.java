package org.bihuan.app.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reading that somebody should look into.
 *
 * @param entry number of the entry that raised it
 * @param user who read
 * @param subjects how many subjects it was about
 * @param purpose what for, as they said
 * @param lookedInto who has looked into it, null while nobody has
 * @param finding what they found, null while nobody has
 */
public record Alarm(
        long entry,
        Oddity oddity,
        Instant at,
        String user,
        long subjects,
        String purpose,
        @Nullable String lookedInto,
        @Nullable String finding) {}
