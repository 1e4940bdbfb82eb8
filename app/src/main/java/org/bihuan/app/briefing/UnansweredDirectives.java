package org.bihuan.app.briefing;

import java.util.List;
import org.bihuan.app.briefing.domain.Item;
import org.bihuan.app.directives.Directives;
import org.bihuan.app.directives.Pending;
import org.bihuan.policy.pack.Wording;
import org.springframework.stereotype.Component;

/** Recipients who had not yet read or answered a directive that stood; {@code late: true} keeps those over their time. */
@Component
class UnansweredDirectives implements FigureQuery {
    private final Directives directives;

    UnansweredDirectives(Directives directives) {
        this.directives = directives;
    }

    @Override
    public String name() {
        return "unanswered-directives";
    }

    @Override
    public void ask(Ask ask, List<FigureSum> sums) {
        boolean late = ask.with("late", "").equals("true");
        sums.forEach(sum -> directives.pending(sum.division(), ask.then(), each -> {
            if (!late || each.recipient().isLate(each.directive(), ask.then())) {
                sum.add(item(each));
            }
        }));
    }

    private static Item item(Pending each) {
        String title = each.directive().title();
        return Item.one(
                each.recipient().id().toString(),
                each.recipient().place(),
                new Wording(
                        title + "：" + each.recipient().title(true),
                        title + ": " + each.recipient().title(false)),
                "/directives/" + each.directive().id());
    }
}
