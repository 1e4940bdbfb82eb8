package org.bihuan.app.briefing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bihuan.app.briefing.domain.Item;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.MeasureView;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.pack.Vocabulary;
import org.bihuan.policy.pack.Wording;
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
    public void ask(Ask ask, List<FigureSum> sums) {
        Set<String> kinds = Set.of(ask.with("kinds", "").split(" "));
        Map<String, Wording> wordings = new HashMap<>();
        String after = "";
        List<MeasureView> page;
        do {
            page = duties.underMeasure(kinds, ask.then(), after, STEP);
            for (MeasureView each : page) {
                after = each.subject().toString();
                Item item = Item.one(
                        after,
                        each.division(),
                        wordings.computeIfAbsent(each.kind(), this::wording),
                        "/subjects/" + each.subject().type() + "/"
                                + each.subject().id());
                sums.stream().filter(sum -> sum.covers(each.division())).forEach(sum -> sum.add(item));
            }
        } while (page.size() == STEP);
    }
}
