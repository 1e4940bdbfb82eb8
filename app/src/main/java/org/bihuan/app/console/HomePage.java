package org.bihuan.app.console;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.DutyQuery;
import org.bihuan.app.duties.DutyView;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.site.StartPage;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.Manifest;
import org.bihuan.policy.pack.Pack;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: what the product does, and how things stand. */
@Controller
@Needs(Permission.SELF)
class HomePage {
    private static final Set<Duty.State> UNMET = Set.of(Duty.State.OPEN, Duty.State.LATE);
    private static final int SAMPLES = 6;
    private static final int LOOKED_AT = 300;

    private final Duties duties;
    private final Rules rules;
    private final WordBook words;
    private final Clock clock;
    private final List<StartPage> starts;

    HomePage(Duties duties, Rules rules, WordBook words, Clock clock, List<StartPage> starts) {
        this.starts = List.copyOf(starts);
        this.duties = duties;
        this.rules = rules;
        this.words = words;
        this.clock = clock;
    }

    /** The page with which whoever asks begins. */
    @GetMapping("/")
    String start(Locale locale, Model model) {
        return starts.stream()
                .filter(start -> Asking.may(start.needs()))
                .findFirst()
                .map(start -> start.show().with(locale, model))
                .orElseGet(() -> show(locale, model));
    }

    /** What the product does, also for those who begin elsewhere. */
    @GetMapping("/home")
    String show(Locale locale, Model model) {
        Instant now = clock.instant();
        Words in = words.in(locale);
        List<Pack> packs = rules.active();
        model.addAttribute(
                "home",
                new HomeView(
                        Asking.may(Permission.SEE_FIGURES) || Asking.may(Permission.SEE_DUTIES)
                                ? tiles(packs, now)
                                : List.of(),
                        Asking.may(Permission.SEE_DUTIES) && Asking.may(Permission.SEE_SUBJECTS)
                                ? samples(in, now)
                                : List.of(),
                        packs.stream()
                                .filter(pack -> pack.manifest().isInForce(now))
                                .map(pack -> new HomeView.InForce(
                                        in.of(pack.manifest().titles()),
                                        pack.manifest().version(),
                                        pack.manifest().validFrom()))
                                .toList()));
        return "console/home";
    }

    private List<HomeView.Tile> tiles(List<Pack> packs, Instant now) {
        Map<Duty.State, Long> counts = duties.count(DutyQuery.unmet(1), now);
        long late = counts.getOrDefault(Duty.State.LATE, 0L);
        List<HomeView.Tile> tiles = new ArrayList<>();
        tiles.add(new HomeView.Tile("/duties?state=late", "console.tile.late", late, late > 0));
        tiles.add(new HomeView.Tile(
                "/duties?state=open", "console.tile.open", counts.getOrDefault(Duty.State.OPEN, 0L), false));
        tiles.add(new HomeView.Tile(
                "/measures",
                "console.tile.restricted",
                duties.countUnderMeasure(MeasuresPage.restricting(packs).keySet(), now),
                false));
        packs.stream()
                .flatMap(pack -> Optional.ofNullable(pack.manifest().delegation()).stream())
                .map(Manifest.Delegation::dutyKind)
                .findFirst()
                .ifPresent(kind -> tiles.add(
                        new HomeView.Tile("/duties?kind=" + kind, "console.tile.unset", undecided(kind, now), false)));
        return tiles;
    }

    private long undecided(String kind, Instant now) {
        DutyQuery query = new DutyQuery(
                UNMET, Optional.empty(), Optional.empty(), Optional.of(kind), Optional.empty(), Optional.empty(), 1);
        return duties.count(query, now).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Some subjects with something to do, as unlike each other as the first page of the list has them. */
    private List<HomeView.Sample> samples(Words in, Instant now) {
        List<DutyView> unmet = duties.list(DutyQuery.unmet(LOOKED_AT), now);
        List<DutyView> chosen = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<SubjectId> subjects = new HashSet<>();
        for (DutyView duty : unmet) {
            if (chosen.size() < SAMPLES && seen.add(duty.obligation()) && subjects.add(duty.subject())) {
                chosen.add(duty);
            }
        }
        Map<SubjectId, String> names =
                words.names(chosen.stream().map(DutyView::subject).toList(), "home");
        return chosen.stream()
                .map(duty -> new HomeView.Sample(
                        Words.path(duty.subject()),
                        in.type(duty.subject().type()),
                        names.getOrDefault(duty.subject(), duty.subject().id()),
                        duty.subject().id(),
                        in.of(duty.title()),
                        duty.state().name().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
