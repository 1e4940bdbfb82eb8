package org.bihuan.app.exports.web;

import java.util.List;
import org.bihuan.app.exports.ExportRequest;

/**
 * What the page of exports shows.
 *
 * @param list the list asked for, empty for none
 * @param titleKey message key of its title
 * @param query what is asked of it
 * @param requests the latest requests
 * @param freeRows most rows without approval
 * @param by who looks
 * @param error what was wrong with the last wish, empty when nothing was
 */
public record ExportsPage(
        String list, String titleKey, String query, List<Row> requests, long freeRows, String by, String error) {
    /** A request and the title of its list. */
    public record Row(ExportRequest request, String titleKey) {}
}
