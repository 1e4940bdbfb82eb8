package org.bihuan.app.notices;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.MeasureView;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.Pack;
import org.springframework.stereotype.Component;

/**
 * Issues whatever anybody lacks: looks at everybody under a restricting measure and at everybody with a notice that
 * holds. Each subject is a transaction of its own, and done again it issues nothing: a kill costs nothing. Thread-safe.
 */
@Component
class NoticeSweep {
    private static final int PAGE = 200;

    private final Notices notices;
    private final NoticeStore store;
    private final NoticeTexts texts;
    private final Duties duties;
    private final Rules rules;

    NoticeSweep(Notices notices, NoticeStore store, NoticeTexts texts, Duties duties, Rules rules) {
        this.notices = notices;
        this.store = store;
        this.texts = texts;
        this.duties = duties;
        this.rules = rules;
    }

    /** Does it of the machine's own accord; returns how many documents were issued. */
    int run(Instant now) {
        return run("machine", now);
    }

    /**
     * Does it; returns how many documents were issued.
     *
     * @param by who asked for it
     */
    int run(String by, Instant now) {
        Set<String> kinds = restricting(rules.active());
        int issued = 0;
        String after = "";
        List<MeasureView> page = duties.underMeasure(kinds, now, after, PAGE);
        while (!page.isEmpty()) {
            for (MeasureView each : page) {
                issued += texts.isFor(each.subject().type())
                        ? notices.issue(each.subject(), by, now).size()
                        : 0;
            }
            after = page.getLast().subject().toString();
            page = duties.underMeasure(kinds, now, after, PAGE);
        }
        after = "";
        List<SubjectId> holders = store.holders(after, PAGE);
        while (!holders.isEmpty()) {
            for (SubjectId each : holders) {
                issued += notices.issue(each, by, now).size();
            }
            after = holders.getLast().toString();
            holders = store.holders(after, PAGE);
        }
        return issued;
    }

    private static Set<String> restricting(List<Pack> packs) {
        return packs.stream()
                .flatMap(pack -> pack.measures().values().stream()
                        .map(measure -> measure.kind())
                        .filter(kind -> {
                            var known = pack.vocabulary().measures().get(kind);
                            return known != null && known.restricts();
                        }))
                .collect(Collectors.toSet());
    }
}
