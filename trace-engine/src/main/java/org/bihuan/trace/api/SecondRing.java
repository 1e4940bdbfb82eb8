package org.bihuan.trace.api;

import java.util.List;

/**
 * The second ring of one case, explained.
 *
 * @param person the case
 * @param contacts people of the second ring only, sorted by the UTF-8 bytes of the person's id
 * @param venues capped places the case or its first ring visited, sorted by the bytes of the place's id
 */
public record SecondRing(int person, List<SecondContact> contacts, List<VenueExposure> venues) {
    public SecondRing {
        contacts = List.copyOf(contacts);
        venues = List.copyOf(venues);
    }
}
