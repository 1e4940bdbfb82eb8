package org.bihuan.app.arrivals;

import java.time.Instant;
import java.util.List;
import org.bihuan.kernel.DivisionCode;

/**
 * The funnel of a region and a time.
 *
 * @param districts divisions directly below, to look at one of them
 * @param span the time
 * @param rows the same for each district
 */
public record FunnelView(
        ArrivalFunnel funnel,
        DivisionCode own,
        List<DivisionCode> districts,
        FunnelSpan span,
        List<ArrivalFunnel> rows,
        Instant now) {
    /** What every address of the page carries. */
    public String query() {
        return "in=" + funnel.query().division() + "&from=" + span.begins() + "&until=" + span.ends();
    }

    /** Address of the list behind a figure. */
    public String list(ArrivalStep step, ArrivalSide side) {
        return "/arrivals/list?" + query() + "&step=" + step.key() + "&side=" + side.key();
    }

    /** How much of the widest step it is, in percent. */
    public long share(ArrivalStep step) {
        long most = 0;
        for (ArrivalStep each : ArrivalStep.values()) {
            most = Math.max(most, funnel.count(each, ArrivalSide.REACHED));
        }
        return most == 0 ? 0 : Math.round(100.0 * funnel.count(step, ArrivalSide.REACHED) / most);
    }
}
