package org.bihuan.app.console;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.work.WorklistFilter;
import org.bihuan.policy.decide.Suspension;
import org.springframework.web.util.UriUtils;

/**
 * What the worklist shows.
 *
 * @param rests what suspends the measure that a duty serves, by the id of the duty; their time stands still
 * @param scopes whose duties: the whole region's, those of whoever asks, nobody's; each with its count
 * @param tabs ways to stand, each with its count
 * @param sections how many there are in each part of the list, whatever its page; a part without a figure is left out
 * @param filter what the address asks for
 * @param next address of the next page, empty on the last
 * @param all address at which something is done about all of the list at once, empty for who may not
 */
public record Worklist(
        List<DutyRow> rows,
        Map<UUID, Suspension> rests,
        List<Tab> scopes,
        List<Tab> tabs,
        Map<String, Long> sections,
        Choices choices,
        WorklistFilter filter,
        String next,
        String all) {

    /** Address at which this list, as filtered, can be taken out. */
    public String exportPath() {
        return "/exports?list=duties&query="
                + UriUtils.encode(filter.inState(filter.state()).query(), StandardCharsets.UTF_8);
    }

    /** How many open and late ones the list was made with. */
    public long toDo() {
        return tabs.getFirst().count();
    }

    /** Address of the counts alone, as they are by then. */
    public String countsPath() {
        String path = filter.inState(filter.state()).path("/duties/counts");
        return path + (path.indexOf('?') < 0 ? '?' : '&') + "shown=" + toDo();
    }

    /** What the fields of the filter offer. */
    public record Choices(List<Option> divisions, List<Option> owners, List<Option> kinds) {}

    /** One of several views of the list. */
    public record Tab(
            String path, String text, String icon, String state, long count, boolean isCounted, boolean isCurrent) {}

    /** One choice of a field. */
    public record Option(String value, String text) {}
}
