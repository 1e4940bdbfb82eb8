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
 * @param doneId id of the vehicle just dealt with, empty for none
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
        String doneId,
        List<DeskResult> done,
        List<DestinationChoice> destinations,
        List<String> points,
        List<String> levels,
        Instant now) {
    private static final int AT_ONCE = 4;

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

    /** Number of the first row for people who have not declared. */
    public int firstRow() {
        return Math.min(expected.size(), Boarding.ROWS - 2) + 1;
    }

    /** Number of the last row that is shown at once. */
    public int lastShown() {
        return Math.min(firstRow() + AT_ONCE - 1, Boarding.ROWS);
    }

    /** Whether something was typed into a row beyond. */
    public boolean hasMore() {
        return typed.keySet().stream()
                .anyMatch(name ->
                        name.matches("(name|document)[5-8]") && !value(name).isEmpty());
    }

    public boolean isHere(VehicleStop stop) {
        return open.stream().anyMatch(each -> each.subject().equals(stop.subject()));
    }
}
