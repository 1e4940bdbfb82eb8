package org.bihuan.app.directives;

import java.time.Instant;
import java.util.UUID;

/**
 * An answer to a directive.
 *
 * @param recipient whose
 * @param body what it says
 * @param by who wrote it down
 * @param repliedAt when it was given
 */
public record DirectiveReply(UUID recipient, String body, String by, Instant repliedAt) {}
