package org.bihuan.app.destruction.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.destruction.KeptPlaces;
import org.bihuan.app.destruction.RetentionOrder;
import org.bihuan.app.destruction.RetentionRun;
import org.bihuan.kernel.DivisionCode;

/**
 * What the page shows.
 *
 * @param id of the next order, so that a second click proposes nothing new
 * @param values what was typed, to be mended
 * @param error what was wrong with it, empty when nothing was
 * @param lacking places for which nobody has said how long
 * @param kept where pictures of logs and what phones brought wait for a law case
 * @param by who looks
 */
public record RetentionView(
        UUID id,
        Map<String, String> values,
        String error,
        List<DivisionCode> lacking,
        List<RetentionOrder> orders,
        List<RetentionRun> runs,
        KeptPlaces kept,
        String by) {
    /** What was typed into the field. */
    public String typed(String field) {
        return values.getOrDefault(field, "");
    }
}
