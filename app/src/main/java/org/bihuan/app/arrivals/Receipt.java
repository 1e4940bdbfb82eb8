package org.bihuan.app.arrivals;

import java.time.Instant;

/**
 * What the receipt of a declaration tells: nothing of who it is about.
 *
 * @param number what is said at a checkpoint
 * @param destination where to, with all its names
 * @param people how many it names
 * @param isLate whether they had arrived when it was made
 */
public record Receipt(
        String number, Instant declaredAt, Instant expectedAt, String destination, int people, boolean isLate) {}
