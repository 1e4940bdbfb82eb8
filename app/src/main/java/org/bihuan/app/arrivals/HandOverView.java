package org.bihuan.app.arrivals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bihuan.app.arrivals.domain.Journey;

/**
 * Handing over.
 *
 * @param coming sent here and received by nobody yet
 * @param here landed here and not sent on
 * @param sent sent from here and received by nobody yet
 * @param names names by the person's id
 * @param destinations where people can be sent
 * @param key id of the next sending
 * @param by what whoever looks is called
 * @param error what is wrong, empty for nothing
 * @param done what was just done, empty for nothing
 */
public record HandOverView(
        List<Journey> coming,
        List<Journey> here,
        List<Journey> sent,
        Map<String, String> names,
        List<DestinationChoice> destinations,
        String key,
        String by,
        String error,
        String done,
        Instant now) {
    /** So many of each are shown; the others follow as these are dealt with. */
    static final int MOST = 100;

    public HandOverView {
        names = Map.copyOf(names);
    }

    /** Whether there may be more of them than are shown. */
    public boolean isCut(List<Journey> some) {
        return some.size() >= MOST;
    }

    /** How many there are, as far as they are shown: 7, or 100+. */
    public String count(List<Journey> some) {
        return isCut(some) ? MOST + "+" : String.valueOf(some.size());
    }

    public String name(Journey journey) {
        String id = journey.subject().id();
        return names.getOrDefault(id, id.substring(0, Math.min(8, id.length())));
    }

    /** Whether somebody should have received the person by now. */
    public boolean isLate(Journey journey) {
        Instant due = journey.waits().receiptDueAt();
        return due != null && !due.isAfter(now);
    }
}
