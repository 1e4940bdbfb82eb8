package org.bihuan.trace.api;

import java.util.List;

/**
 * The first ring of one case.
 *
 * @param person the case
 * @param contacts sorted by the UTF-8 bytes of the person's id
 * @param venues capped places the case visited, sorted by the bytes of the place's id
 */
public record FirstRing(int person, List<Contact> contacts, List<VenueExposure> venues) {
    public FirstRing {
        contacts = List.copyOf(contacts);
        venues = List.copyOf(venues);
    }
}
