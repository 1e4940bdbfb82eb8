package org.bihuan.app.destruction.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.audit.Certificate;
import org.bihuan.app.destruction.Wish;

/**
 * What the page shows.
 *
 * @param id of the next wish, so that a second click asks for nothing new
 * @param values what was typed, to be mended
 * @param error what was wrong with it, empty when nothing was
 * @param names of the kinds of fact that an outbreak is told by
 * @param by who looks
 */
public record DestructionView(
        UUID id,
        Map<String, String> values,
        String error,
        List<Wish> wishes,
        List<Certificate> certificates,
        KindNames names,
        String by) {
    /** What was typed into the field. */
    public String typed(String field) {
        return values.getOrDefault(field, "");
    }
}
