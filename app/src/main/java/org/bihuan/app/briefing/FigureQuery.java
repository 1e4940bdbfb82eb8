package org.bihuan.app.briefing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bihuan.kernel.DivisionCode;

/**
 * A question that figures can be made of; a briefing's definition names it. It answers about a moment by what is known
 * now, so that asking again later tells whether the figure still holds. What it finds it gives away one by one, in the
 * caller's transaction, and holds no list that grows with the city. Thread-safe.
 */
interface FigureQuery {
    /** Its name in definitions. */
    String name();

    /** @throws IllegalArgumentException when the parameters of a definition are none of its own */
    default void require(Map<String, String> with) {
        // most take anything
    }

    /**
     * Finds it for several headquarters at once.
     *
     * @param sums takes what is found for each of them
     */
    void ask(Ask ask, List<FigureSum> sums);

    /**
     * What is asked.
     *
     * @param with parameters from the definition
     * @param division contains every headquarters that asks
     * @param since the cut-off a day before
     * @param then the moment that the figure speaks of
     */
    record Ask(Map<String, String> with, DivisionCode division, Instant since, Instant then) {
        String with(String name, String otherwise) {
            return with.getOrDefault(name, otherwise);
        }
    }
}
