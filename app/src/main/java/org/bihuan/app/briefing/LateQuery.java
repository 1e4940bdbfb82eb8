package org.bihuan.app.briefing;

import java.util.List;
import org.bihuan.app.briefing.domain.Item;
import org.bihuan.app.duties.LateDuties;
import org.bihuan.app.duties.LateDuty;
import org.springframework.stereotype.Component;

/** Duties that were late; {@code kind} and {@code owner} narrow it. */
@Component
class LateQuery implements FigureQuery {
    private final LateDuties duties;

    LateQuery(LateDuties duties) {
        this.duties = duties;
    }

    @Override
    public String name() {
        return "late-duties";
    }

    @Override
    public void ask(Ask ask, List<FigureSum> sums) {
        LateDuty.Asked asked = new LateDuty.Asked(ask.division(), ask.with("kind", ""), ask.with("owner", ""));
        duties.at(ask.then(), asked, duty -> {
            Item item = Item.one(duty.id().toString(), duty.division(), duty.title(), "/duties/" + duty.id());
            sums.stream().filter(sum -> sum.covers(duty.division())).forEach(sum -> sum.add(item));
        });
    }
}
