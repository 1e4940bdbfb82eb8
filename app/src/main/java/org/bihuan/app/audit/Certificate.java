package org.bihuan.app.audit;

import java.time.Instant;

/**
 * What was destroyed, and on whose word.
 *
 * @param number its number
 * @param kind {@code person}, {@code outbreak}, {@code retention} or {@code reading}
 * @param scope what was to be destroyed, without personal data
 * @param reason why
 * @param user who did it
 * @param approvedBy who agreed
 * @param subjects how many people it was about
 * @param keys how many data keys were destroyed
 * @param content hash over the ids of all that was destroyed, in their order
 * @param head end of the chain at that moment, as {@code number:hash}
 */
public record Certificate(
        long number,
        Instant at,
        String kind,
        String scope,
        String reason,
        String user,
        String approvedBy,
        long subjects,
        long keys,
        Hash content,
        String head) {}
