package org.bihuan.app.risk;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.places.PlaceId;

/**
 * A source of danger that is on no list.
 *
 * @param id its id
 * @param name what it is called
 * @param kind one of the kinds of {@code risk/schemes.yaml}
 * @param code the word by which orders know it, empty for none
 * @param place where it lies
 * @param from since when people from there are looked at
 * @param to until when, empty while it lasts
 * @param note why
 * @param by who recorded it
 */
public record Source(
        UUID id,
        String name,
        String kind,
        String code,
        PlaceId place,
        Instant from,
        Optional<Instant> to,
        String note,
        String by) {
    Source until(Instant end, String by) {
        return new Source(UUID.randomUUID(), name, kind, code, place, from, Optional.of(end), note, by);
    }

    boolean isAt(Instant moment) {
        return !from.isAfter(moment) && to.map(moment::isBefore).orElse(true);
    }
}
