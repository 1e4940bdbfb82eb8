package org.bihuan.app.briefing;

import java.time.Instant;
import java.util.Map;
import org.bihuan.app.briefing.domain.Found;
import org.bihuan.kernel.DivisionCode;

/**
 * A question that figures can be made of; a briefing's definition names it. It answers about a moment by what is known
 * now, so that asking again later tells whether the figure still holds. Thread-safe.
 */
interface FigureQuery {
    /** Its name in definitions. */
    String name();

    /** What it finds. */
    Found ask(Ask ask);

    /**
     * What is asked.
     *
     * @param with parameters from the definition
     * @param division whose briefing
     * @param since the cut-off a day before
     * @param then the moment that the figure speaks of
     */
    record Ask(Map<String, String> with, DivisionCode division, Instant since, Instant then) {
        String with(String name, String otherwise) {
            return with.getOrDefault(name, otherwise);
        }
    }
}
