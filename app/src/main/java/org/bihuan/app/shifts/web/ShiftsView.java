package org.bihuan.app.shifts.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bihuan.app.shifts.Handover;
import org.bihuan.app.shifts.LogEntry;
import org.bihuan.app.shifts.ShiftSettings;
import org.bihuan.app.shifts.ShiftTurn;
import org.bihuan.app.shifts.domain.Period;

/**
 * The duty desk's roster, log and handovers.
 *
 * @param present who sits there now
 * @param turns the roster of the next days
 * @param empty by place the times at which nobody is planned
 * @param settings texts of places and kinds
 * @param log the latest lines
 * @param open lines of which something remains to be done
 * @param handovers the latest handovers
 * @param key id of what will be sent next
 * @param typed what was typed and refused, by field
 * @param error what is wrong, empty for nothing
 * @param done what was just done, empty for nothing
 * @param now the present moment
 * @param login account of who looks, who cannot sign what they wrote
 */
public record ShiftsView(
        List<ShiftTurn> present,
        List<ShiftTurn> turns,
        Map<String, List<Period>> empty,
        ShiftSettings settings,
        List<LogEntry> log,
        List<LogEntry> open,
        List<Handover> handovers,
        String key,
        Map<String, String> typed,
        String error,
        String done,
        Instant now,
        String login) {
    /** The line before which there may be others; empty when these are the first. */
    public String earliest() {
        return log.size() < ShiftsPage.SHOWN ? "" : log.getLast().id().toString();
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }
}
