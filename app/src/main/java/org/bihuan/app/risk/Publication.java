package org.bihuan.app.risk;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A list as it was published.
 *
 * @param id its id
 * @param series whose list it is, such as {@code national}
 * @param scheme how it grades
 * @param effectiveAt the moment it says it is in force from
 * @param recordedAt when it became known here
 * @param recordedBy who brought it
 * @param source where it comes from, in words
 * @param hash of its lines: the same again changes nothing
 * @param areas how many lines it has
 * @param revision grows when a person said which place a name of it means
 * @param withdrawnAt when it became known that it is void
 */
public record Publication(
        UUID id,
        String series,
        String scheme,
        Instant effectiveAt,
        Instant recordedAt,
        String recordedBy,
        String source,
        String hash,
        int areas,
        int revision,
        Optional<Instant> withdrawnAt) {}
