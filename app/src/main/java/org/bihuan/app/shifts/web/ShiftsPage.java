package org.bihuan.app.shifts.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.shifts.DutyLog;
import org.bihuan.app.shifts.ShiftSettings;
import org.bihuan.app.shifts.Shifts;
import org.bihuan.app.shifts.domain.Period;
import org.bihuan.app.site.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is on shift, the log, handing over and taking over. The desk is the region of whoever asks. */
@Controller
@Needs(Permission.KEEP_SHIFT)
class ShiftsPage {
    private static final Duration AHEAD = Duration.ofDays(3);
    static final int SHOWN = 40;
    private static final int HANDOVERS = 5;
    private static final Set<String> DONE = Set.of("planned", "substituted", "cancelled", "written", "given", "signed");

    private final Shifts shifts;
    private final DutyLog log;
    private final ShiftSettings settings;
    private final Clock clock;

    ShiftsPage(Shifts shifts, DutyLog log, ShiftSettings settings, Clock clock) {
        this.shifts = shifts;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/shifts")
    String show(@RequestParam(defaultValue = "") String done, @RequestParam Optional<UUID> before, Model model) {
        return show(Map.of(), "", DONE.contains(done) ? done : "", before, model);
    }

    private String show(Map<String, String> typed, String error, String done, Optional<UUID> before, Model model) {
        Instant now = clock.instant();
        Asker asker = asker();
        Period ahead = new Period(now, now.plus(AHEAD));
        model.addAttribute(
                "shifts",
                new ShiftsView(
                        shifts.present(asker.region(), now),
                        shifts.list(asker.region(), ahead),
                        shifts.empty(asker.region(), ahead),
                        settings,
                        before.map(line -> log.before(asker.region(), line, SHOWN))
                                .orElseGet(() -> log.latest(asker.region(), SHOWN)),
                        log.open(asker.region()),
                        log.handovers(asker.region(), HANDOVERS),
                        typed.getOrDefault("key", UUID.randomUUID().toString()),
                        typed,
                        error,
                        done,
                        now,
                        asker.login()));
        return "shifts/shifts";
    }

    @Needs(Permission.COMMAND)
    @PostMapping("/shifts/turns")
    String plan(@RequestParam Map<String, String> fields, HttpServletResponse response, Locale locale, Model model) {
        Shifts.Typed typed = new Shifts.Typed(
                of(fields, "key"),
                of(fields, "place"),
                of(fields, "person"),
                of(fields, "login"),
                of(fields, "phone"),
                of(fields, "from"),
                of(fields, "until"));
        return run(
                () -> shifts.plan(asker().region(), typed, asker().login(), clock.instant()),
                "planned",
                fields,
                response,
                locale,
                model);
    }

    @PostMapping("/shifts/turns/{id}/substitute")
    String substitute(
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return run(
                () -> shifts.substitute(
                        asker().region(), id, of(fields, "person"), of(fields, "phone"), of(fields, "reason")),
                "substituted",
                Map.of(),
                response,
                locale,
                model);
    }

    @Needs(Permission.COMMAND)
    @PostMapping("/shifts/turns/{id}/cancel")
    String cancel(@PathVariable UUID id, HttpServletResponse response, Locale locale, Model model) {
        return run(
                () -> shifts.cancel(asker().region(), id, clock.instant()),
                "cancelled",
                Map.of(),
                response,
                locale,
                model);
    }

    @PostMapping("/shifts/log")
    String write(@RequestParam Map<String, String> fields, HttpServletResponse response, Locale locale, Model model) {
        DutyLog.Typed typed = new DutyLog.Typed(
                of(fields, "key"),
                of(fields, "at"),
                of(fields, "kind"),
                of(fields, "fromWhom"),
                of(fields, "body"),
                of(fields, "done"),
                fields.containsKey("open"),
                of(fields, "closes"));
        return run(() -> log.write(typed, asker(), clock.instant()), "written", fields, response, locale, model);
    }

    @PostMapping("/shifts/handovers")
    String handOver(
            @RequestParam Map<String, String> fields, HttpServletResponse response, Locale locale, Model model) {
        return run(
                () -> log.handOver(of(fields, "key"), of(fields, "handover"), asker(), clock.instant()),
                "given",
                fields,
                response,
                locale,
                model);
    }

    @PostMapping("/shifts/handovers/{id}/sign")
    String sign(@PathVariable UUID id, HttpServletResponse response, Locale locale, Model model) {
        return run(() -> log.takeOver(id, asker(), clock.instant()), "signed", Map.of(), response, locale, model);
    }

    private String run(
            Runnable work,
            String done,
            Map<String, String> fields,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        try {
            work.run();
            return "redirect:/shifts?done=" + done;
        } catch (Refused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(fields, e.text(locale.getLanguage().equals("zh")), "", Optional.empty(), model);
        }
    }

    private static String of(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }

    private static Asker asker() {
        return Asking.asker().orElseThrow();
    }
}
