package org.bihuan.app.briefing;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.briefing.domain.CutOff;
import org.bihuan.app.duties.Duties;
import org.bihuan.kernel.DivisionCode;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Freezes each headquarters' briefings whose time has come. Thread-safe. */
@Component
class DueBriefings {
    private final Briefings briefings;
    private final Freezing freezing;
    private final Definitions definitions;
    private final BriefingSettings settings;
    private final Headquarters headquarters;
    private final Duties duties;

    DueBriefings(
            Briefings briefings,
            Freezing freezing,
            Definitions definitions,
            BriefingSettings settings,
            Headquarters headquarters,
            Duties duties) {
        this.briefings = briefings;
        this.freezing = freezing;
        this.definitions = definitions;
        this.settings = settings;
        this.headquarters = headquarters;
        this.duties = duties;
    }

    /** Every morning that was missed, the earliest first; gives back how many were frozen. */
    int freeze(Instant now) {
        int frozen = 0;
        for (Map.Entry<DivisionCode, ZoneId> each : headquarters.list().entrySet()) {
            for (CutOff cutOff : CutOff.missed(
                    definitions.at(), each.getValue(), briefings.lastDay(each.getKey()), now, settings.madeUp())) {
                if (mustWait(cutOff, now)) {
                    break;
                }
                if (freeze(each.getKey(), each.getValue(), cutOff, now)) {
                    frozen++;
                }
            }
        }
        return frozen;
    }

    private boolean freeze(DivisionCode division, ZoneId zone, CutOff cutOff, Instant now) {
        try {
            return freezing.freeze(new Briefing(
                    UUID.randomUUID(), division, cutOff.day(), cutOff.at(), now, zone, definitions.text()));
        } catch (ConcurrencyFailureException e) {
            return false; // another server froze it at this moment
        }
    }

    /** What came in before the cut-off is to be judged first, for a while. */
    private boolean mustWait(CutOff cutOff, Instant now) {
        return now.isBefore(cutOff.at().plus(settings.patience()))
                && duties.lag(now).marks() > 0;
    }
}
