package org.bihuan.app.shifts;

import java.time.Instant;
import java.util.UUID;

/**
 * A picture that belongs to a line of the log; it lies sealed and is not in here.
 *
 * @param id hash of line and picture, so that the same one is kept once
 * @param entry the line
 * @param addedBy log-in of who sent it
 * @param isDestroyed whether its time was over and the picture is gone
 */
public record Attachment(UUID id, UUID entry, String addedBy, Instant addedAt, int bytes, boolean isDestroyed) {}
