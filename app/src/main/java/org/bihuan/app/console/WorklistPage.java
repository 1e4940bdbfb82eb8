package org.bihuan.app.console;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bihuan.app.audit.Action;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.DutyView;
import org.bihuan.app.facts.SubjectFacts;
import org.bihuan.app.work.DutyWork;
import org.bihuan.app.work.WorklistFilter;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is to be done: late first, then what is due within the hour, then what is due soonest. */
@Controller
@Needs(Permission.SEE_DUTIES)
class WorklistPage {
    private static final int PAGE = 50;
    private static final Set<Duty.State> OPEN = Set.of(Duty.State.OPEN);
    private static final Set<Duty.State> TO_DO = Set.of(Duty.State.OPEN, Duty.State.LATE);

    private final Duties duties;
    private final WorklistChoices choices;
    private final DutyWork work;
    private final WordBook words;
    private final Clock clock;

    WorklistPage(Duties duties, WorklistChoices choices, DutyWork work, WordBook words, Clock clock) {
        this.duties = duties;
        this.choices = choices;
        this.work = work;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/duties")
    String show(@RequestParam Map<String, String> query, Locale locale, Model model) {
        Instant now = clock.instant();
        Words in = words.in(locale);
        WorklistFilter filter = WorklistFilter.of(query);
        List<DutyView> page = duties.list(filter.query(PAGE + 1, now), now);
        boolean more = page.size() > PAGE;
        List<DutyView> shown = more ? page.subList(0, PAGE) : page;
        Map<SubjectId, SubjectFacts> read =
                words.facts(shown.stream().map(DutyView::subject).toList());
        Map<SubjectId, String> names = words.names(read, "worklist", Action.LIST);
        Counts counts = counts(filter, now);
        model.addAttribute(
                "list",
                new Worklist(
                        shown.stream()
                                .map(duty -> DutyRow.of(duty, in, names, now))
                                .toList(),
                        Rest.of(shown, read, work::served, now),
                        scopes(filter, in, now),
                        tabs(filter, in, counts),
                        sections(counts),
                        choices.of(filter.division(), in),
                        filter,
                        more ? filter.after(shown.getLast()).path() : "",
                        Asking.may(Permission.DO_DUTIES)
                                        && !shown.isEmpty()
                                        && TO_DO.contains(shown.getFirst().state())
                                ? filter.inState(filter.state()).path("/bulk")
                                : ""));
        return "console/duties";
    }

    /**
     * How many there are by now, for a list that somebody looks at: without the rows, since nobody asked for the names
     * again.
     *
     * @param shown how many open and late ones the list was made with
     */
    @GetMapping("/duties/counts")
    String counts(
            @RequestParam Map<String, String> query,
            @RequestParam(defaultValue = "-1") long shown,
            Locale locale,
            Model model) {
        Instant now = clock.instant();
        Words in = words.in(locale);
        WorklistFilter filter = WorklistFilter.of(query);
        Counts counts = counts(filter, now);
        model.addAttribute("scopes", scopes(filter, in, now));
        model.addAttribute("tabs", tabs(filter, in, counts));
        model.addAttribute("filter", filter);
        model.addAttribute("shown", shown < 0 ? counts.late() + counts.open() : shown);
        return "console/counts";
    }

    /** How many there are of each kind, each the length of the list that it names. */
    private record Counts(long late, long open, long scheduled, long withinTheHour, long withinTheDay) {}

    private Counts counts(WorklistFilter filter, Instant now) {
        Map<Duty.State, Long> all = duties.count(
                filter.all(Set.of(Duty.State.LATE, Duty.State.OPEN, Duty.State.SCHEDULED), Optional.empty()), now);
        return new Counts(
                all.getOrDefault(Duty.State.LATE, 0L),
                all.getOrDefault(Duty.State.OPEN, 0L),
                all.getOrDefault(Duty.State.SCHEDULED, 0L),
                count(filter.all(OPEN, Optional.of(now.plus(WorklistFilter.SOON))), now),
                count(filter.all(OPEN, Optional.of(now.plus(DutyRow.DAY))), now));
    }

    private long count(org.bihuan.app.duties.DutyQuery query, Instant now) {
        return duties.count(query, now).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static Map<String, Long> sections(Counts counts) {
        Map<String, Long> sections = new LinkedHashMap<>();
        sections.put("late", counts.late());
        sections.put("hour", counts.withinTheHour());
        sections.put("today", counts.withinTheDay() - counts.withinTheHour());
        sections.put("later", counts.open() - counts.withinTheDay());
        return sections;
    }

    /** Mine first for those who go from door to door; the words for the rest name the size of one's region. */
    private List<Worklist.Tab> scopes(WorklistFilter filter, Words in, Instant now) {
        String size = Asking.asker()
                .map(Asker::region)
                .map(region -> "console.scope.level." + region.level())
                .orElse("console.scope.all");
        List<Worklist.Tab> scopes = new ArrayList<>();
        for (String scope : List.of("", "mine", "free")) {
            WorklistFilter other = filter.inScope(scope);
            scopes.add(new Worklist.Tab(
                    other.path(),
                    in.text(scope.isEmpty() ? size : "console.scope." + scope),
                    "",
                    scope.isEmpty() ? "region" : scope,
                    count(other.all(TO_DO, Optional.empty()), now),
                    true,
                    filter.scope().equals(scope)));
        }
        return scopes;
    }

    private static List<Worklist.Tab> tabs(WorklistFilter filter, Words in, Counts counts) {
        return List.of(
                tab(filter, in, "", counts.late() + counts.open(), true),
                tab(filter, in, "late", counts.late(), true),
                tab(filter, in, "hour", counts.withinTheHour(), true),
                tab(filter, in, "open", counts.open(), true),
                tab(filter, in, "scheduled", counts.scheduled(), true),
                tab(filter, in, "met", 0, false),
                tab(filter, in, "waived", 0, false));
    }

    private static Worklist.Tab tab(WorklistFilter filter, Words in, String state, long count, boolean counted) {
        String name = state.isEmpty() ? "todo" : state;
        return new Worklist.Tab(
                filter.inState(state).path(),
                in.text("console.state." + name),
                in.text("console.icon." + name),
                name,
                count,
                counted,
                filter.state().equals(state));
    }
}
