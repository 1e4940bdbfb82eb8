package org.bihuan.city;

import java.time.Instant;
import java.util.List;
import org.bihuan.city.Fact.Subject;

/**
 * Somebody at a school who fell ill.
 *
 * @param number tells two illnesses of one person apart
 * @param places the class, or the kitchen of a food handler, and the school
 * @param word vomiting, diarrhoea ...
 * @param notedAt when the school learned of it
 */
record Illness(
        int person,
        String number,
        List<Subject> places,
        String word,
        Instant onsetAt,
        Instant notedAt,
        Instant endedAt) {
    Illness {
        places = List.copyOf(places);
    }
}
