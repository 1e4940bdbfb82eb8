package org.bihuan.app.arrivals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a checkpoint takes along.
 *
 * @param place name of the asker's region
 * @param madeAt the server's time when it was made; the phone sets its own clock against it
 * @param wipeAt when the phone must have wiped it
 * @param expected who has declared for the city and not arrived, the nearest first
 * @param open vehicles that wait or pass through here
 * @param destinations where people can be going
 * @param levels words for the level of an origin
 * @param points kinds of landing point
 * @param origins counties of the country by their full names
 */
record CheckpointPacket(
        UUID id,
        String place,
        Instant madeAt,
        Instant wipeAt,
        List<Person> expected,
        List<Vehicle> open,
        List<Choice> destinations,
        List<Choice> levels,
        List<Choice> points,
        List<Choice> origins) {
    /** Something to choose; in English where it has a name there. */
    record Choice(String code, String zh, @Nullable String en) {}

    /** Somebody who has declared: the name masked, the telephone but for its end left out. */
    record Person(
            String id,
            String name,
            @Nullable Choice origin,
            @Nullable Choice destination,
            Instant at,
            String receipt,
            String plate,
            String phoneEnd) {}

    /** A vehicle. */
    record Vehicle(String id, String plate, Instant since, boolean passes) {}
}
