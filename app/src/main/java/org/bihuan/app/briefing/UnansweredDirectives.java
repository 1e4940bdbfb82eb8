package org.bihuan.app.briefing;

import org.bihuan.app.briefing.domain.Found;
import org.bihuan.app.briefing.domain.Item;
import org.bihuan.app.directives.Directives;
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
    public Found ask(Ask ask) {
        boolean late = ask.with("late", "").equals("true");
        return new Found.Known(directives.pending(ask.division(), ask.then()).stream()
                .filter(each -> !late || each.recipient().isLate(each.directive(), ask.then()))
                .map(each -> Item.one(
                        each.recipient().id().toString(),
                        each.recipient().place(),
                        new Wording(
                                each.directive().title() + "："
                                        + each.recipient().title(true),
                                each.directive().title() + ": "
                                        + each.recipient().title(false)),
                        "/directives/" + each.directive().id()))
                .toList());
    }
}
