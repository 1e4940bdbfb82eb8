package org.bihuan.app.risk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.exchange.NationalList;
import org.bihuan.places.risk.AreaName;

/**
 * A list as its file says.
 *
 * @param effectiveAt the moment it says it is in force from, empty when the file does not say
 * @param lines its lines
 * @param stated figures that the file prints itself
 */
record Draft(Optional<Instant> effectiveAt, List<Line> lines, Map<String, Long> stated) {
    /** A line: the level as an id of the scheme, and the name. */
    record Line(String level, AreaName name) {}

    static Draft of(NationalList list) {
        return new Draft(
                list.effectiveAt(),
                list.lines().stream()
                        .map(each -> new Line(each.level(), each.name()))
                        .toList(),
                list.stated());
    }

    Draft {
        lines = List.copyOf(lines);
        stated = Map.copyOf(stated);
    }
}
