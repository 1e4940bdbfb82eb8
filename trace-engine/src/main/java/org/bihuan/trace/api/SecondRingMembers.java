package org.bihuan.trace.api;

import java.util.List;

/**
 * Who is in the second ring of one case, and nothing more; cheaper than {@link SecondRing}, because a person is done with
 * as soon as one member of the first ring has exposed them.
 *
 * @param person the case
 * @param members people of the second ring only, sorted by the UTF-8 bytes of their ids
 * @param venues capped places the case or its first ring visited, sorted by the bytes of the place's id
 */
public record SecondRingMembers(int person, PersonList members, List<VenueExposure> venues) {
    public SecondRingMembers {
        venues = List.copyOf(venues);
    }
}
