package org.bihuan.app.console;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.DutyView;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.Manifest;
import org.bihuan.policy.pack.Pack;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is to be done: late first, then what is due soonest. */
@Controller
@Needs(Permission.SEE_DUTIES)
class WorklistPage {
    private static final int PAGE = 50;
    private static final int COUNTY = 3;

    private final Duties duties;
    private final Rules rules;
    private final WordBook words;
    private final Clock clock;

    WorklistPage(Duties duties, Rules rules, WordBook words, Clock clock) {
        this.duties = duties;
        this.rules = rules;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/duties")
    String show(
            @RequestParam(defaultValue = "") String division,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String done,
            Locale locale,
            Model model) {
        Instant now = clock.instant();
        Words in = words.in(locale);
        Filter filter = new Filter(division, owner, kind, state, after);
        List<DutyView> page = duties.list(filter.query(PAGE + 1), now);
        boolean more = page.size() > PAGE;
        List<DutyView> shown = more ? page.subList(0, PAGE) : page;
        Map<SubjectId, String> names =
                words.names(shown.stream().map(DutyView::subject).toList(), "worklist");
        model.addAttribute(
                "list",
                new Worklist(
                        shown.stream()
                                .map(duty -> DutyRow.of(duty, in, names, now))
                                .toList(),
                        tabs(filter, in, now),
                        divisions(in),
                        owners(in),
                        kinds(in),
                        division,
                        owner,
                        kind,
                        state,
                        more ? filter.next(shown.getLast()) : "",
                        done));
        return "console/duties";
    }

    private List<Worklist.Tab> tabs(Filter filter, Words in, Instant now) {
        Map<Duty.State, Long> counts =
                duties.count(filter.all(Set.of(Duty.State.LATE, Duty.State.OPEN, Duty.State.SCHEDULED)), now);
        long late = counts.getOrDefault(Duty.State.LATE, 0L);
        long open = counts.getOrDefault(Duty.State.OPEN, 0L);
        List<Worklist.Tab> tabs = new ArrayList<>();
        tabs.add(tab(filter, in, "", late + open, true));
        tabs.add(tab(filter, in, "late", late, true));
        tabs.add(tab(filter, in, "open", open, true));
        tabs.add(tab(filter, in, "scheduled", counts.getOrDefault(Duty.State.SCHEDULED, 0L), true));
        tabs.add(tab(filter, in, "met", 0, false));
        tabs.add(tab(filter, in, "waived", 0, false));
        return tabs;
    }

    private static Worklist.Tab tab(Filter filter, Words in, String state, long count, boolean counted) {
        String name = state.isEmpty() ? "todo" : state;
        return new Worklist.Tab(
                filter.path(state),
                in.text("console.state." + name),
                in.text("console.icon." + name),
                name,
                count,
                counted,
                filter.state().equals(state));
    }

    private List<Worklist.Option> divisions(Words in) {
        Set<DivisionCode> counties = new TreeSet<>();
        rules.active()
                .forEach(pack -> counties.addAll(
                        Divisions.load().list(COUNTY, pack.manifest().jurisdiction())));
        return counties.stream()
                .map(code -> new Worklist.Option(code.toString(), in.place(code)))
                .filter(option -> !option.text().equals("市辖区"))
                .toList();
    }

    private List<Worklist.Option> owners(Words in) {
        Set<String> owners = new LinkedHashSet<>();
        for (Pack pack : rules.active()) {
            pack.duties().values().forEach(duty -> owners.add(duty.owner()));
            Manifest.Delegation delegation = pack.manifest().delegation();
            if (delegation != null) {
                owners.add(delegation.owner());
            }
        }
        return owners.stream()
                .map(owner -> new Worklist.Option(owner, in.owner(owner)))
                .toList();
    }

    private List<Worklist.Option> kinds(Words in) {
        Set<String> kinds = new LinkedHashSet<>();
        for (Pack pack : rules.active()) {
            pack.duties().values().forEach(duty -> kinds.add(duty.kind()));
            Manifest.Delegation delegation = pack.manifest().delegation();
            if (delegation != null) {
                kinds.add(delegation.dutyKind());
            }
        }
        return kinds.stream()
                .map(kind -> new Worklist.Option(kind, in.dutyKind(kind)))
                .toList();
    }
}
