package org.bihuan.app.photos;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A photo; the picture lies sealed and is not in here.
 *
 * @param id hash of subject, duty and picture, or of the id that a phone gave it, so that the same one is kept once
 * @param duty about which; for one taken at a door without a duty the visit's id
 * @param takenBy log-in of who sent it
 * @param sheet the picture that it shares with others, null when it has one of its own
 */
public record Photo(
        UUID id,
        SubjectId subject,
        UUID duty,
        String takenBy,
        Instant addedAt,
        int bytes,
        @Nullable UUID sheet) {}
