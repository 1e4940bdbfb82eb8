package org.bihuan.app.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * One revision of what a unit reported of a day.
 *
 * @param id the client's id of it
 * @param unit whose
 * @param form kind of return
 * @param version version of the form it answers
 * @param day of which day
 * @param revision 1 for the first, then amendments
 * @param isZero whether it says that there is nothing to report
 * @param answers by field
 * @param reason why it was amended, empty for the first
 * @param receivedAt when the unit gave it
 * @param recordedAt when it was taken in here
 * @param by who entered it
 */
public record GivenReturn(
        UUID id,
        UUID unit,
        String form,
        int version,
        LocalDate day,
        int revision,
        boolean isZero,
        Map<String, String> answers,
        String reason,
        Instant receivedAt,
        Instant recordedAt,
        String by) {}
