package org.bihuan.app.places;

import java.time.Instant;
import java.util.Optional;
import org.bihuan.places.PlaceId;

/**
 * A place as it was from one moment to another.
 *
 * @param id its number
 * @param kind what it is
 * @param name its own name
 * @param parent the place it lies in, empty for a province
 * @param from since when, {@link Instant#EPOCH} for always
 * @param to until when, empty while it lasts
 */
public record Place(
        PlaceId id, PlaceKind kind, String name, Optional<PlaceId> parent, Instant from, Optional<Instant> to) {
    boolean isAt(Instant moment) {
        return !from.isAfter(moment) && to.map(moment::isBefore).orElse(true);
    }
}
