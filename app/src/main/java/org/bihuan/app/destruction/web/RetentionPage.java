package org.bihuan.app.destruction.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.destruction.HeldPlaces;
import org.bihuan.app.destruction.Retention;
import org.bihuan.app.destruction.RetentionOrder;
import org.bihuan.app.destruction.RetentionRuns;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** For how long personal data are kept, and what the calendar asks to be destroyed. */
@Controller
@RequestMapping("/destruction/retention")
@Needs(Permission.DESTROY_DATA)
class RetentionPage {
    private final Retention retention;
    private final RetentionRuns runs;
    private final HeldPlaces held;
    private final Refusal refusal;
    private final Clock clock;

    RetentionPage(Retention retention, RetentionRuns runs, HeldPlaces held, Refusal refusal, Clock clock) {
        this.retention = retention;
        this.runs = runs;
        this.held = held;
        this.refusal = refusal;
        this.clock = clock;
    }

    @GetMapping
    String show(HttpServletRequest request, Model model) {
        return page(Map.of(), "", request, model);
    }

    @PostMapping
    String ask(
            @RequestParam Map<String, String> values,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return attempt(values, request, response, locale, model, () -> retention.ask(order(values, request)));
    }

    @PostMapping("/{id}/approve")
    String approve(
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return attempt(
                Map.of(),
                request,
                response,
                locale,
                model,
                () -> retention.approve(id, request.getRemoteUser(), clock.instant()));
    }

    @PostMapping("/runs/{id}/agree")
    String agree(
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return attempt(Map.of(), request, response, locale, model, () -> runs.agree(id, request.getRemoteUser()));
    }

    private String attempt(
            Map<String, String> values,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model,
            Runnable work) {
        return refusal.of(work, response, locale)
                .map(error -> page(values, error, request, model))
                .orElse("redirect:/destruction/retention");
    }

    /** What cannot be read is refused by the rule of its field. */
    private RetentionOrder order(Map<String, String> values, HttpServletRequest request) {
        String days = values.getOrDefault("days", "").strip();
        return new RetentionOrder(
                ScopeFields.id(values).orElseGet(UUID::randomUUID),
                Retention.division(values.getOrDefault("division", "")),
                days.matches("[0-9]{1,6}") ? Integer.parseInt(days) : 0,
                values.getOrDefault("word", "").equals("standing"),
                values.getOrDefault("basis", ""),
                request.getRemoteUser(),
                clock.instant(),
                null,
                null);
    }

    private String page(Map<String, String> values, String error, HttpServletRequest request, Model model) {
        model.addAttribute(
                "shown",
                new RetentionView(
                        UUID.randomUUID(),
                        values,
                        error,
                        retention.lacking(),
                        retention.list(),
                        runs.list(),
                        held.at(clock.instant()),
                        request.getRemoteUser()));
        return "destruction/retention";
    }
}
