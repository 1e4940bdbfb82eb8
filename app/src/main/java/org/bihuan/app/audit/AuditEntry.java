package org.bihuan.app.audit;

import java.time.Instant;
import java.util.List;

/**
 * One query for personal data.
 *
 * @param number in the order of recording, with gaps
 * @param user who
 * @param purpose what for, as they or their work said
 * @param subjects whom it showed, as {@code type:id}
 * @param oddities what was unusual about it already when it was made
 * @param detail what else is worth knowing, never personal data
 */
public record AuditEntry(
        long number,
        Instant at,
        String user,
        String purpose,
        Action action,
        List<String> subjects,
        List<Oddity> oddities,
        String detail) {
    public AuditEntry {
        subjects = List.copyOf(subjects);
        oddities = List.copyOf(oddities);
    }
}
