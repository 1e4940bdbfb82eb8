package org.bihuan.app.bulk;

import java.util.List;
import java.util.Map;

/**
 * What the page shows on which somebody acts on a whole list.
 *
 * @param count how many duties it is about
 * @param query the list, as its address says
 * @param back address of the list
 * @param ids id of each form, by kind of work, so that sending it twice does it once
 * @param results what an attempt can come to, with its words
 * @param sent what was sent and not taken, empty otherwise
 * @param wrong why it was not taken, empty otherwise
 * @param latest what was done to many before
 */
public record BulkForm(
        long count,
        String query,
        String back,
        Map<String, String> ids,
        Map<String, String> results,
        Map<String, String> sent,
        String wrong,
        List<BulkView> latest) {
    /** What was sent in the field of the form, empty at first. */
    public String sent(String kind, String field) {
        return sent.getOrDefault("kind", "").equals(kind) ? sent.getOrDefault(field, "") : "";
    }
}
