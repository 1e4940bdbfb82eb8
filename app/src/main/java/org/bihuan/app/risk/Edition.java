package org.bihuan.app.risk;

import java.time.Instant;

/**
 * What was known of all lists, response levels and flagged sources from a moment on.
 *
 * @param number from 1 on, one more for each change
 * @param series the series that changed
 * @param madeBy who brought the change
 * @param cause {@code taken}, {@code withdrawn} or {@code resolved}: a list came, was withdrawn, or a name of one was
 *     understood anew; {@code responded}, {@code flagged} or {@code ended}: a response level was declared, a source flagged
 *     or said to end
 */
public record Edition(long number, String series, Instant madeAt, String madeBy, String cause) {}
