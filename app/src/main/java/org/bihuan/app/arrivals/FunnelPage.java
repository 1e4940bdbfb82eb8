package org.bihuan.app.arrivals;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.app.audit.Action;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** How far arrivals have come, who got lost between two steps, and the list behind every figure. */
@Controller
@Needs(Permission.SEE_FIGURES)
class FunnelPage {
    private static final int SHOWN = 100;

    private final Arrivals arrivals;
    private final ArrivalSettings settings;
    private final Faces faces;
    private final Clock clock;
    private final ZoneId zone;

    FunnelPage(
            Arrivals arrivals,
            ArrivalSettings settings,
            Faces faces,
            Clock clock,
            @Value("${bihuan.zone}") ZoneId zone) {
        this.arrivals = arrivals;
        this.settings = settings;
        this.faces = faces;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping("/arrivals")
    String funnel(
            @RequestParam(defaultValue = "") String in,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            Model model) {
        Instant now = clock.instant();
        FunnelSpan span = span(from, until, now);
        DivisionCode own = asker().region();
        ArrivalQuery query = query(in, span);
        List<DivisionCode> below = own.level() < 4 ? Divisions.load().children(own) : List.of();
        List<ArrivalFunnel> rows = !query.division().equals(own)
                ? List.of()
                : below.stream()
                        .map(each -> arrivals.funnel(ArrivalQuery.all(each, query.from(), query.until()), now))
                        .filter(each -> each.all() > 0)
                        .toList();
        model.addAttribute("view", new FunnelView(arrivals.funnel(query, now), own, below, span, rows, now));
        return "arrivals/funnel";
    }

    @Needs(Permission.SEE_SUBJECTS)
    @GetMapping("/arrivals/list")
    String list(
            @RequestParam(defaultValue = "") String in,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(defaultValue = "reached") String side,
            @RequestParam(defaultValue = "") String remark,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        Instant now = clock.instant();
        FunnelSpan span = span(from, until, now);
        ArrivalStep asked = ArrivalStep.of(step).orElse(null);
        ArrivalSide where = ArrivalSide.of(side).orElse(ArrivalSide.REACHED);
        String known = remark.matches("[a-z]{1,20}") ? remark : "";
        ArrivalQuery all = query(in, span);
        ArrivalQuery query = new ArrivalQuery(all.division(), all.from(), all.until(), asked, where, known);
        List<ArrivalLine> lines = arrivals.list(query, now, ArrivalCursor.parse(after), SHOWN);
        String base = "in=" + all.division() + "&from=" + span.begins() + "&until=" + span.ends();
        model.addAttribute(
                "view",
                new ArrivalListView(
                        title(asked, where, known),
                        count(arrivals.funnel(all, now), query),
                        lines,
                        names(lines, now),
                        span,
                        "/arrivals/list?" + base + "&step=" + step(asked) + "&side=" + where.key() + "&remark=" + known,
                        "/arrivals?" + base,
                        lines.size() < SHOWN
                                ? null
                                : ArrivalCursor.after(lines.getLast()).toString(),
                        now));
        return "arrivals/list";
    }

    private static String step(@Nullable ArrivalStep step) {
        return step == null ? "" : step.key();
    }

    private static String title(@Nullable ArrivalStep step, ArrivalSide side, String remark) {
        return !remark.isEmpty()
                ? "arrivals.remark." + remark
                : step == null ? "arrivals.all" : "arrivals." + side.key() + "." + step.key();
    }

    private static long count(ArrivalFunnel funnel, ArrivalQuery query) {
        ArrivalStep step = query.step();
        return !query.remark().isEmpty()
                ? funnel.remarked().getOrDefault(query.remark(), 0L)
                : step == null ? funnel.all() : funnel.count(step, query.side());
    }

    private Map<String, String> names(List<ArrivalLine> lines, Instant now) {
        Map<String, String> names = new HashMap<>();
        faces.of(lines.stream().map(ArrivalLine::subject).distinct().toList(), "name", Action.LIST, now)
                .forEach((person, name) -> names.put(person.id(), name));
        return names;
    }

    private FunnelSpan span(String from, String until, Instant now) {
        try {
            return FunnelSpan.of(
                    from.isEmpty() ? day(now.minus(settings.back())) : from,
                    until.isEmpty() ? day(now.plus(settings.shownAhead())) : until);
        } catch (DateTimeException e) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "a day is written 2020-07-26, a moment 2020-07-26T07:30", e);
        }
    }

    private String day(Instant at) {
        return at.atZone(zone).toLocalDate().toString();
    }

    /** The asker's region, or a part of it. */
    private ArrivalQuery query(String in, FunnelSpan span) {
        DivisionCode own = asker().region();
        DivisionCode division = DivisionCode.parse(in).filter(own::contains).orElse(own);
        return ArrivalQuery.all(division, span.start(zone), span.end(zone));
    }

    private static Asker asker() {
        return Asking.asker().orElseThrow();
    }
}
