package org.bihuan.app.briefing;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bihuan.app.arrivals.ArrivalLine;
import org.bihuan.app.arrivals.ArrivalQuery;
import org.bihuan.app.arrivals.ArrivalSide;
import org.bihuan.app.arrivals.ArrivalStep;
import org.bihuan.app.arrivals.ArrivalsInOrder;
import org.bihuan.app.briefing.domain.Item;
import org.bihuan.app.facts.FactLists;
import org.bihuan.policy.pack.Wording;
import org.springframework.stereotype.Component;

/**
 * Arrivals since the cut-off before, or of the last {@code days}, that have come through a {@code step} by the cut-off:
 * counted by what the funnel of arrivals counts by, so that both pages say one figure. Of these {@code lacks} keeps those that
 * have not come through another step, and {@code with} those to whom something of that kind of fact happened between that
 * arrival and their next one.
 */
@Component
class ArrivalFigures implements FigureQuery {
    private static final int PAGE = 1_000;

    private final ArrivalsInOrder arrivals;
    private final FactLists facts;

    ArrivalFigures(ArrivalsInOrder arrivals, FactLists facts) {
        this.arrivals = arrivals;
        this.facts = facts;
    }

    @Override
    public String name() {
        return "arrivals";
    }

    @Override
    public void require(Map<String, String> with) {
        for (String name : List.of("step", "lacks")) {
            String step = with.getOrDefault(name, "");
            if (!step.isEmpty() && ArrivalStep.of(step).isEmpty()) {
                throw new IllegalArgumentException("the briefing's definition: " + name + " \"" + step
                        + "\" must be one of "
                        + Arrays.stream(ArrivalStep.values())
                                .map(ArrivalStep::key)
                                .toList());
            }
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
        String kind = ask.with("with", "");
        Optional<ArrivalStep> lacks = ArrivalStep.of(ask.with("lacks", ""));
        try (MomentsOfKind with = kind.isEmpty()
                ? MomentsOfKind.ANY
                : new MomentsOfKind(facts.standing(kind, from.minus(1, ChronoUnit.MICROS), ask.then()))) {
            List<ArrivalLine> own = new ArrayList<>();
            ArrivalLine last = null;
            List<ArrivalLine> page;
            do {
                page = arrivals.list(query, ask.then(), last, PAGE);
                for (ArrivalLine each : page) {
                    if (last != null && !last.subject().equals(each.subject())) {
                        count(own, with, lacks, sums);
                        own.clear();
                    }
                    own.add(each);
                    last = each;
                }
            } while (page.size() == PAGE);
            count(own, with, lacks, sums);
        }
    }

    /** Counts the arrivals of one person. */
    private static void count(
            List<ArrivalLine> own, MomentsOfKind with, Optional<ArrivalStep> lacks, List<FigureSum> sums) {
        for (int i = 0; i < own.size(); i++) {
            ArrivalLine line = own.get(i);
            boolean counts = lacks.stream().noneMatch(line.reached()::contains)
                    && with.fits(line.subject(), line.at(), next(own, line.at()), true);
            if (counts) {
                Item item = item(line, i + 1);
                sums.stream().filter(sum -> sum.covers(item.place())).forEach(sum -> sum.add(item));
            }
        }
    }

    /** When the person next arrived. */
    private static Instant next(List<ArrivalLine> own, Instant after) {
        return own.stream()
                .map(ArrivalLine::at)
                .filter(each -> each.isAfter(after))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
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
