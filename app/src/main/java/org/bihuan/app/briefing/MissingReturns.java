package org.bihuan.app.briefing;

import org.bihuan.app.briefing.domain.Found;
import org.bihuan.app.briefing.domain.Item;
import org.bihuan.app.returns.Returns;
import org.bihuan.policy.pack.Wording;
import org.springframework.stereotype.Component;

/** Returns that were due and not there. */
@Component
class MissingReturns implements FigureQuery {
    private final Returns returns;

    MissingReturns(Returns returns) {
        this.returns = returns;
    }

    @Override
    public String name() {
        return "missing-returns";
    }

    @Override
    public Found ask(Ask ask) {
        return new Found.Known(returns.missing(ask.then()).stream()
                .filter(each -> ask.division().contains(each.line().unit().division()))
                .map(each -> Item.one(
                        each.form().id() + "/" + each.day() + "/"
                                + each.line().unit().id(),
                        each.line().unit().division(),
                        new Wording(
                                each.line().unit().name() + " "
                                        + each.form().title().zh() + " " + each.day(),
                                each.line().unit().name() + " "
                                        + each.form().title().en() + " " + each.day()),
                        "/returns?form=" + each.form().id() + "&day=" + each.day() + "&state=missing"))
                .toList());
    }
}
