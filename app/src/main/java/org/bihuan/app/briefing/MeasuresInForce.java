package org.bihuan.app.briefing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bihuan.app.briefing.domain.Found;
import org.bihuan.app.briefing.domain.Item;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.MeasureView;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.pack.Vocabulary;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who was under a measure; {@code kinds} says of which kinds, separated by blanks. */
@Component
class MeasuresInForce implements FigureQuery {
    private static final int STEP = 1_000;

    private final Duties duties;
    private final Rules rules;

    MeasuresInForce(Duties duties, Rules rules) {
        this.duties = duties;
        this.rules = rules;
    }

    private Wording wording(String kind) {
        return rules.active().stream()
                .flatMap(
                        pack -> Optional.ofNullable(pack.vocabulary().measures().get(kind)).stream())
                .map(Vocabulary.MeasureKind::wording)
                .findFirst()
                .orElse(new Wording(kind, kind));
    }

    @Override
    public String name() {
        return "under-measure";
    }

    @Override
    public Found ask(Ask ask) {
        Set<String> kinds = Set.of(ask.with("kinds", "").split(" "));
        List<Item> items = new ArrayList<>();
        String after = "";
        List<MeasureView> page;
        do {
            page = duties.underMeasure(kinds, ask.then(), after, STEP);
            for (MeasureView each : page) {
                after = each.subject().toString();
                if (Within.lies(each.division(), ask.division())) {
                    items.add(Item.one(
                            after,
                            each.division(),
                            wording(each.kind()),
                            "/subjects/" + each.subject().type() + "/"
                                    + each.subject().id()));
                }
            }
        } while (page.size() == STEP);
        return new Found.Known(items);
    }

    /** Whether a place belongs to a division; what has no place belongs to the city. */
    static final class Within {
        private Within() {}

        static boolean lies(@Nullable DivisionCode place, DivisionCode division) {
            return place == null ? division.level() <= 2 : division.contains(place);
        }
    }
}
