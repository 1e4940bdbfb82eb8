package org.bihuan.app.returns.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.returns.BoardLine;
import org.bihuan.app.returns.GivenReturn;
import org.bihuan.app.returns.ReturnForm;
import org.bihuan.app.returns.Returns;
import org.bihuan.app.returns.Units;
import org.bihuan.app.site.Entered;
import org.bihuan.app.site.Refused;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Who has reported and who has not, and giving a return. */
@Controller
@Needs(Permission.GIVE_RETURNS)
class ReturnsPage {
    private static final int COUNTY = 3;
    private static final int PAGE = 300;
    private static final String FIELD = "f-";

    private final Returns returns;
    private final Units units;
    private final Clock clock;
    private final ZoneId zone;

    ReturnsPage(Returns returns, Units units, Clock clock, @Value("${bihuan.zone}") ZoneId zone) {
        this.returns = returns;
        this.units = units;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping("/returns")
    String board(
            @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate asked = day.isEmpty() ? today : day(day);
        List<ReturnForm> forms = returns.forms(asked);
        ReturnForm shown = forms.stream()
                .filter(each -> each.id().equals(form))
                .findFirst()
                .orElse(forms.isEmpty() ? null : forms.getFirst());
        // Without a day the board shows the one that is due: in the morning still yesterday's.
        LocalDate of = day.isEmpty() && shown != null ? returns.lastDue(shown, now) : asked;
        BoardTally tally = new BoardTally(state, after, PAGE);
        if (shown != null) {
            returns.board(shown.id(), of, now, tally::add);
        }
        List<Returns.Missing> others = new ArrayList<>();
        long otherCount = form.isEmpty() && state.equals("missing") ? others(shown, now, others) : 0;
        Map<DivisionCode, List<BoardLine>> groups = new TreeMap<>();
        tally.page().stream()
                .sorted(java.util.Comparator.comparing(BoardLine::state))
                .forEach(line -> groups.computeIfAbsent(line.unit().division().atLevel(COUNTY), _ -> new ArrayList<>())
                        .add(line));
        model.addAttribute(
                "board",
                new BoardView(
                        forms,
                        shown,
                        of,
                        today,
                        state,
                        tally.counts(),
                        groups.entrySet().stream()
                                .map(each -> new BoardView.Group(each.getKey(), each.getValue()))
                                .toList(),
                        tally.next(),
                        others,
                        otherCount,
                        units.count(),
                        done.equals("given") ? done : ""));
        return "returns/board";
    }

    /** What is missing of other kinds than the one shown, so that the desk's figure is the length of its list; how many. */
    private long others(@Nullable ReturnForm shown, Instant now, List<Returns.Missing> first) {
        AtomicLong count = new AtomicLong();
        returns.missing(now, each -> {
            if (shown == null || !each.form().id().equals(shown.id())) {
                count.incrementAndGet();
                if (first.size() < PAGE) {
                    first.add(each);
                }
            }
        });
        return count.get();
    }

    @GetMapping("/returns/give")
    String form(@RequestParam String unit, @RequestParam String form, @RequestParam String day, Model model) {
        BoardLine line = line(unit, form, day(day));
        GivenReturn latest = line.latest();
        model.addAttribute(
                "give",
                new GiveView(
                        line,
                        form(form, day(day)),
                        day(day),
                        UUID.randomUUID().toString(),
                        latest != null && latest.isZero(),
                        latest == null ? Map.of() : latest.answers(),
                        "",
                        "",
                        ""));
        return "returns/give";
    }

    @PostMapping("/returns/give")
    String give(@RequestParam Map<String, String> fields, HttpServletResponse response, Locale locale, Model model) {
        String unit = fields.getOrDefault("unit", "");
        String form = fields.getOrDefault("form", "");
        LocalDate day = day(fields.getOrDefault("day", ""));
        BoardLine line = line(unit, form, day);
        Map<String, String> answers = new HashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(FIELD)) {
                answers.put(name.substring(FIELD.length()), value);
            }
        });
        boolean zero = fields.containsKey("zero");
        String key = fields.getOrDefault("key", "");
        String reason = fields.getOrDefault("reason", "");
        try {
            returns.give(
                    new Returns.Entry(
                            key,
                            line.unit().id(),
                            form,
                            day,
                            zero,
                            answers,
                            reason,
                            fields.getOrDefault("receivedAt", "")),
                    Asking.asker().map(Asker::login).orElse("?"),
                    clock.instant());
            return "redirect:/returns?form=" + form + "&day=" + day + "&done=given";
        } catch (Refused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "give",
                    new GiveView(
                            line,
                            form(form, day),
                            day,
                            key,
                            zero,
                            answers,
                            reason,
                            e.field(),
                            e.text(locale.getLanguage().equals("zh"))));
            return "returns/give";
        }
    }

    private BoardLine line(String unit, String form, LocalDate day) {
        return Optional.of(unit)
                .filter(each -> each.matches("[0-9a-fA-F-]{36}"))
                .flatMap(each -> returns.line(form, day, clock.instant(), UUID.fromString(each)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ReturnForm form(String id, LocalDate day) {
        return returns.forms(day).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static LocalDate day(String text) {
        try {
            return Entered.day("day", new Wording("日期", "Day"), text);
        } catch (Refused e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
    }
}
