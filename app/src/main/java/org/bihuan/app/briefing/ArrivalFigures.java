package org.bihuan.app.briefing;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.app.arrivals.ArrivalLine;
import org.bihuan.app.arrivals.ArrivalQuery;
import org.bihuan.app.arrivals.ArrivalSide;
import org.bihuan.app.arrivals.ArrivalStep;
import org.bihuan.app.arrivals.ArrivalsInOrder;
import org.bihuan.app.briefing.domain.Item;
import org.bihuan.policy.pack.Wording;
import org.springframework.stereotype.Component;

/**
 * Arrivals since the cut-off before, or of the last {@code days}, that have come through a {@code step} by the cut-off:
 * counted by what the funnel of arrivals counts by, so that both pages say one figure.
 */
@Component
class ArrivalFigures implements FigureQuery {
    private static final int PAGE = 1_000;

    private final ArrivalsInOrder arrivals;

    ArrivalFigures(ArrivalsInOrder arrivals) {
        this.arrivals = arrivals;
    }

    @Override
    public String name() {
        return "arrivals";
    }

    @Override
    public void require(Map<String, String> with) {
        String step = with.getOrDefault("step", "");
        if (!step.isEmpty() && ArrivalStep.of(step).isEmpty()) {
            throw new IllegalArgumentException("the briefing's definition: step \"" + step + "\" must be one of "
                    + Arrays.stream(ArrivalStep.values()).map(ArrivalStep::key).toList());
        }
    }

    @Override
    public void ask(Ask ask, List<FigureSum> sums) {
        String days = ask.with("days", "");
        Instant from = days.isEmpty() ? ask.since() : ask.then().minus(Duration.ofDays(Long.parseLong(days)));
        ArrivalQuery query = ArrivalQuery.all(ask.division(), from, ask.then());
        Optional<ArrivalStep> step = ArrivalStep.of(ask.with("step", ""));
        if (step.isPresent()) {
            query = query.at(step.get(), ArrivalSide.REACHED);
        }
        ArrivalLine last = null;
        int nth = 1;
        List<ArrivalLine> page;
        do {
            page = arrivals.list(query, ask.then(), last, PAGE);
            for (ArrivalLine each : page) {
                nth = last != null && last.subject().equals(each.subject()) ? nth + 1 : 1;
                Item item = item(each, nth);
                sums.stream().filter(sum -> sum.covers(item.place())).forEach(sum -> sum.add(item));
                last = each;
            }
        } while (page.size() == PAGE);
    }

    /** One arrival; a person may have arrived twice within the time. */
    private static Item item(ArrivalLine line, int nth) {
        String id = line.subject().id();
        return Item.one(
                line.subject() + (nth == 1 ? "" : "#" + nth),
                line.division(),
                new Wording(id, id),
                "/subjects/" + line.subject().type() + "/" + id);
    }
}
