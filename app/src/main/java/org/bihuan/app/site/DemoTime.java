package org.bihuan.app.site;

import java.time.Instant;

/**
 * What the clock of a demonstration shows.
 *
 * @param now the time in the demonstration
 * @param speed seconds that pass there in a real second, a whole number where it is one
 */
public record DemoTime(Instant now, String speed) {}
