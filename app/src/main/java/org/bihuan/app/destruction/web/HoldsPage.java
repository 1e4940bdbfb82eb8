package org.bihuan.app.destruction.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.destruction.Hold;
import org.bihuan.app.destruction.Holds;
import org.bihuan.app.rules.Rules;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is kept for law cases and destroyed by nobody. */
@Controller
@RequestMapping("/destruction/holds")
@Needs(Permission.DESTROY_DATA)
class HoldsPage {
    private final Holds holds;
    private final Rules rules;
    private final Refusal refusal;
    private final Clock clock;
    private final ZoneId zone;

    HoldsPage(Holds holds, Rules rules, Refusal refusal, Clock clock, @Value("${bihuan.zone}") ZoneId zone) {
        this.holds = holds;
        this.rules = rules;
        this.refusal = refusal;
        this.clock = clock;
        this.zone = zone;
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
        Instant now = clock.instant();
        var scope = ScopeFields.scope(values, "before", zone);
        var id = ScopeFields.id(values);
        if (scope.isEmpty() || id.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(values, "destruction.incomplete", request, model);
        }
        Hold hold = new Hold(
                id.get(),
                scope.get(),
                values.getOrDefault("orderedBy", "").strip(),
                values.getOrDefault("basis", "").strip(),
                ScopeFields.day(values, "until", zone).orElse(now), // refused as not ahead
                request.getRemoteUser(),
                now,
                null,
                null,
                null);
        return attempt(values, request, response, locale, model, () -> holds.ask(hold, now));
    }

    @PostMapping("/{id}/approve")
    String approve(
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Runnable work = () -> holds.approve(id, request.getRemoteUser(), clock.instant());
        return attempt(Map.of(), request, response, locale, model, work);
    }

    @PostMapping("/{id}/lift")
    String lift(
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Runnable work = () -> holds.lift(id, request.getRemoteUser(), clock.instant());
        return attempt(Map.of(), request, response, locale, model, work);
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
                .orElse("redirect:/destruction/holds");
    }

    private String page(Map<String, String> values, String error, HttpServletRequest request, Model model) {
        model.addAttribute(
                "shown",
                new HoldsView(
                        UUID.randomUUID(),
                        values,
                        error,
                        holds.list(),
                        KindNames.of(rules.catalogue()),
                        request.getRemoteUser(),
                        clock.instant()));
        return "destruction/holds";
    }
}
