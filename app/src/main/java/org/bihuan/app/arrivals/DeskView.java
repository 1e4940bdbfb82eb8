package org.bihuan.app.arrivals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bihuan.app.arrivals.domain.VehicleStop;

/**
 * The vehicle desk.
 *
 * @param typed what was typed, or is known of the vehicle chosen
 * @param find what was searched for
 * @param expected who has declared and fits
 * @param passing vehicles with the plate searched for that wait or pass through, wherever
 * @param open vehicles that wait or pass through here
 * @param latest vehicles dealt with last
 * @param plates plates of all of them, by id
 * @param done those just registered, with what holds for them
 * @param destinations where people can be going
 * @param points kinds of landing point
 * @param levels words for the level of an origin
 */
public record DeskView(
        String key,
        Map<String, String> typed,
        String error,
        String find,
        List<ExpectedPerson> expected,
        List<VehicleStop> passing,
        List<VehicleStop> open,
        List<VehicleStop> latest,
        Map<String, String> plates,
        List<DeskResult> done,
        List<DestinationChoice> destinations,
        List<String> points,
        List<String> levels,
        Instant now) {
    public DeskView {
        typed = Map.copyOf(typed);
        plates = Map.copyOf(plates);
    }

    public String value(String name) {
        return typed.getOrDefault(name, "");
    }

    public String plate(VehicleStop stop) {
        return plates.getOrDefault(stop.subject().id(), "—");
    }

    /** Rows for people who have not declared. */
    public int rows() {
        return Boarding.ROWS - Math.min(expected.size(), Boarding.ROWS - 2);
    }

    /** Number of the first such row. */
    public int firstRow() {
        return Math.min(expected.size(), Boarding.ROWS - 2) + 1;
    }
}
