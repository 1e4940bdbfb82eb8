package org.bihuan.app.places;

import java.util.List;
import org.bihuan.places.PlaceId;

/**
 * One address of a file.
 *
 * @param division the division it lies in
 * @param steps from coarse to fine
 */
public record AddressRow(PlaceId division, List<Step> steps) {
    /** One place on the way. */
    public record Step(PlaceKind kind, String name) {}

    public AddressRow {
        steps = List.copyOf(steps);
    }
}
