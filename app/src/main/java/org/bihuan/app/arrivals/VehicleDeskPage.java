package org.bihuan.app.arrivals;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.site.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk of a checkpoint: the queue, one screen for a vehicle and those in it, and what passes through. */
@Controller
@Needs(Permission.REGISTER_ARRIVALS)
class VehicleDeskPage {
    private static final int LONGEST = 40;

    private final VehicleDesk desk;
    private final DeskViews views;
    private final Clock clock;

    VehicleDeskPage(VehicleDesk desk, DeskViews views, Clock clock) {
        this.desk = desk;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/arrivals/desk")
    String show(
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "") String vehicle,
            @RequestParam(defaultValue = "") String done,
            Model model) {
        model.addAttribute(
                "desk",
                views.of(
                        Map.of(),
                        "",
                        find.strip().substring(0, Math.min(LONGEST, find.strip().length())),
                        id(vehicle),
                        id(done),
                        asker(),
                        now()));
        return "arrivals/desk";
    }

    @PostMapping("/arrivals/desk/queue")
    String queue(@RequestParam Map<String, String> fields, HttpServletResponse response, Locale locale, Model model) {
        return run(
                fields,
                () -> {
                    desk.queue(new Fields(fields), Officer.of(asker()), now());
                    return "redirect:/arrivals/desk";
                },
                response,
                locale,
                model);
    }

    @PostMapping("/arrivals/desk/stops")
    String check(@RequestParam Map<String, String> fields, HttpServletResponse response, Locale locale, Model model) {
        return run(
                fields,
                () -> "redirect:/arrivals/desk?done="
                        + desk.check(new Fields(fields), Officer.of(asker()), now())
                                .id(),
                response,
                locale,
                model);
    }

    @PostMapping("/arrivals/desk/{id}/left")
    String left(
            @PathVariable String id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return run(
                fields,
                () -> {
                    desk.left(id(id).isEmpty() ? "none" : id(id), new Fields(fields), Officer.of(asker()), now());
                    return "redirect:/arrivals/desk";
                },
                response,
                locale,
                model);
    }

    private String run(
            Map<String, String> fields,
            Supplier<String> work,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        try {
            return work.get();
        } catch (Refused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute(
                    "desk",
                    views.of(
                            fields,
                            e.text(locale.getLanguage().equals("zh")),
                            fields.getOrDefault("find", ""),
                            id(fields.getOrDefault("vehicle", "")),
                            "",
                            asker(),
                            now()));
            return "arrivals/desk";
        }
    }

    private static String id(String typed) {
        return typed.matches("[0-9a-z]{1,64}") ? typed : "";
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Asker asker() {
        return Asking.asker().orElseThrow();
    }
}
