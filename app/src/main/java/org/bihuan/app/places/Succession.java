package org.bihuan.app.places;

import java.time.Instant;
import org.bihuan.places.PlaceId;

/**
 * One place came out of another.
 *
 * @param before the place that was
 * @param after the place that took over from it, or from a part of it
 * @param at when
 * @param how {@code split} or {@code merge}
 */
public record Succession(PlaceId before, PlaceId after, Instant at, String how) {}
