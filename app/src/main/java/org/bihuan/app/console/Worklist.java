package org.bihuan.app.console;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.util.UriUtils;

/**
 * What the worklist shows.
 *
 * @param tabs ways to stand, each with its count
 * @param division chosen division, empty for any
 * @param owner chosen role, empty for any
 * @param kind chosen kind, empty for any
 * @param state chosen state, empty for what is to be done now
 * @param next address of the next page, empty on the last
 * @param done whether something has just been recorded: {@code met}, {@code recorded}, or empty
 */
public record Worklist(
        List<DutyRow> rows,
        List<Tab> tabs,
        List<Option> divisions,
        List<Option> owners,
        List<Option> kinds,
        String division,
        String owner,
        String kind,
        String state,
        String next,
        String done) {

    /** Address at which this list, as filtered, can be taken out. */
    public String exportPath() {
        return "/exports?list=duties&query="
                + UriUtils.encode(new Filter(division, owner, kind, state, "").query(), StandardCharsets.UTF_8);
    }

    /** One of several views of the list. */
    public record Tab(
            String path, String text, String icon, String state, long count, boolean isCounted, boolean isCurrent) {}

    /** One choice of a field. */
    public record Option(String value, String text) {}
}
