package org.bihuan.app.rules;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done with an order.
 *
 * @param hash version, null when it concerns the order as a whole
 * @param what word for it: drafted, proposed, approved, activated, retired, value
 * @param at when
 * @param by who
 * @param detail what else is worth knowing
 */
public record PackEvent(@Nullable String hash, String what, Instant at, String by, String detail) {}
