package org.bihuan.app.risk;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.places.PlaceId;

/**
 * The response level of a region from a minute on.
 *
 * @param id its id
 * @param region which region
 * @param level one of the levels of {@code risk/schemes.yaml}
 * @param effectiveAt the first minute it is in force
 * @param recordedAt when it became known here
 * @param by who recorded it
 * @param basis the order it rests on
 */
public record Response(
        UUID id, PlaceId region, String level, Instant effectiveAt, Instant recordedAt, String by, String basis) {}
