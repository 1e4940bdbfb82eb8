package org.bihuan.app.console;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.MeasureView;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.Vocabulary;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** Who is under which measure now. */
@Controller
@Needs(Permission.SEE_MEASURES)
class MeasuresPage {
    private static final int PAGE = 50;

    private final Duties duties;
    private final Rules rules;
    private final WordBook words;
    private final Clock clock;

    MeasuresPage(Duties duties, Rules rules, WordBook words, Clock clock) {
        this.duties = duties;
        this.rules = rules;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/measures")
    String show(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String after,
            Locale locale,
            Model model) {
        Instant now = clock.instant();
        Words in = words.in(locale);
        Map<String, Vocabulary.MeasureKind> restricting = restricting(rules.active());
        Set<String> kinds = restricting.containsKey(kind) ? Set.of(kind) : restricting.keySet();
        List<MeasureView> page = duties.underMeasure(kinds, now, after, PAGE + 1);
        List<MeasureView> shown = page.size() > PAGE ? page.subList(0, PAGE) : page;
        Map<SubjectId, String> names =
                words.names(shown.stream().map(MeasureView::subject).toList(), "measures");
        model.addAttribute(
                "tabs",
                restricting.keySet().stream()
                        .map(each -> new Worklist.Tab(
                                "/measures?kind=" + each,
                                in.measure(each),
                                "",
                                "",
                                duties.countUnderMeasure(Set.of(each), now),
                                true,
                                each.equals(kind)))
                        .filter(tab -> tab.count() > 0 || tab.isCurrent())
                        .toList());
        model.addAttribute("total", duties.countUnderMeasure(restricting.keySet(), now));
        model.addAttribute("kind", kinds.size() == 1 ? kind : "");
        model.addAttribute(
                "rows",
                shown.stream()
                        .map(each -> new MeasureLine(
                                Words.path(each.subject()),
                                names.getOrDefault(
                                        each.subject(), each.subject().id()),
                                each.subject().id(),
                                in.measure(each.kind()),
                                in.place(each.division()),
                                each.from(),
                                each.until(),
                                each.overdueSince()))
                        .toList());
        model.addAttribute(
                "next",
                page.size() > PAGE
                        ? "/measures?kind=" + kind + "&after="
                                + UriUtils.encode(shown.getLast().subject().toString(), StandardCharsets.UTF_8)
                        : "");
        return "console/measures";
    }

    /** Kinds of measure that limit a person's freedom and that an active pack imposes. */
    static Map<String, Vocabulary.MeasureKind> restricting(List<Pack> packs) {
        Map<String, Vocabulary.MeasureKind> kinds = new LinkedHashMap<>();
        for (Pack pack : packs) {
            pack.measures().values().forEach(measure -> {
                Vocabulary.MeasureKind kind = pack.vocabulary().measures().get(measure.kind());
                if (kind != null && kind.restricts()) {
                    kinds.put(kind.name(), kind);
                }
            });
        }
        return kinds;
    }
}
