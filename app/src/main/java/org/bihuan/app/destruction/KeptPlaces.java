package org.bihuan.app.destruction;

import java.util.Set;
import org.bihuan.kernel.DivisionCode;

/**
 * Where somebody who is kept for a law case may be shown in what lies sealed so that nobody can say whose it is: in the regions
 * that answer for them or that the hold names, above and below these: no other desk has had anything to do with them.
 *
 * @param everywhere whether somebody is kept of whom no region is known
 * @param places those regions
 */
public record KeptPlaces(boolean everywhere, Set<DivisionCode> places) {
    /** Nobody is kept. */
    public static final KeptPlaces NONE = new KeptPlaces(false, Set.of());

    public KeptPlaces {
        places = Set.copyOf(places);
    }

    /** Whether what a desk of the place, or its people, brought has to wait. */
    public boolean keeps(DivisionCode desk) {
        return everywhere || places.stream().anyMatch(each -> each.contains(desk) || desk.contains(each));
    }

    /** Whether nobody is kept. */
    public boolean isEmpty() {
        return !everywhere && places.isEmpty();
    }
}
