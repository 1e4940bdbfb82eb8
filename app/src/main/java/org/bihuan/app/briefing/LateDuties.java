package org.bihuan.app.briefing;

import org.bihuan.app.briefing.domain.Found;
import org.bihuan.app.briefing.domain.Item;
import org.bihuan.app.duties.Duties;
import org.springframework.stereotype.Component;

/** Duties that were late; {@code kind} and {@code owner} narrow it. */
@Component
class LateDuties implements FigureQuery {
    private final Duties duties;

    LateDuties(Duties duties) {
        this.duties = duties;
    }

    @Override
    public String name() {
        return "late-duties";
    }

    @Override
    public Found ask(Ask ask) {
        String kind = ask.with("kind", "");
        String owner = ask.with("owner", "");
        return new Found.Known(duties.lateAt(ask.division(), ask.then()).stream()
                .filter(duty -> kind.isEmpty() || duty.kind().equals(kind))
                .filter(duty -> owner.isEmpty() || duty.owner().equals(owner))
                .map(duty -> Item.one(duty.id().toString(), duty.division(), duty.title(), "/duties/" + duty.id()))
                .toList());
    }
}
