package org.bihuan.app.briefing;

import java.util.List;
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
    public void ask(Ask ask, List<FigureSum> sums) {
        returns.missing(ask.then(), each -> {
            Item item = item(each);
            sums.stream().filter(sum -> sum.covers(item.place())).forEach(sum -> sum.add(item));
        });
    }

    private static Item item(Returns.Missing each) {
        String unit = each.line().unit().name();
        return Item.one(
                each.form().id() + "/" + each.day() + "/" + each.line().unit().id(),
                each.line().unit().division(),
                new Wording(
                        unit + " " + each.form().title().zh() + " " + each.day(),
                        unit + " " + each.form().title().en() + " " + each.day()),
                "/returns?form=" + each.form().id() + "&day=" + each.day() + "&state=missing");
    }
}
