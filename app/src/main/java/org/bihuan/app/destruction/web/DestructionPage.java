package org.bihuan.app.destruction.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.audit.Certificates;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.destruction.Destructions;
import org.bihuan.app.destruction.Scope;
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

/** Wishes that data be destroyed, agreement by somebody else, and the certificates. */
@Controller
@RequestMapping("/destruction")
@Needs(Permission.DESTROY_DATA)
class DestructionPage {
    private static final int LISTED = 50;

    private final Destructions destructions;
    private final Certificates certificates;
    private final Rules rules;
    private final Refusal refusal;
    private final Clock clock;
    private final ZoneId zone;

    DestructionPage(
            Destructions destructions,
            Certificates certificates,
            Rules rules,
            Refusal refusal,
            Clock clock,
            @Value("${bihuan.zone}") ZoneId zone) {
        this.destructions = destructions;
        this.certificates = certificates;
        this.rules = rules;
        this.refusal = refusal;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping
    String show(HttpServletRequest request, Model model) {
        return page(Map.of(), "", request, model);
    }

    private String page(Map<String, String> values, String error, HttpServletRequest request, Model model) {
        model.addAttribute(
                "shown",
                new DestructionView(
                        UUID.randomUUID(),
                        values,
                        error,
                        destructions.list(LISTED),
                        certificates.list(LISTED),
                        KindNames.of(rules.catalogue()),
                        request.getRemoteUser()));
        return "destruction/destruction";
    }

    @PostMapping
    String ask(
            @RequestParam Map<String, String> values,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Optional<Scope> scope = ScopeFields.scope(values, "before", zone);
        Optional<UUID> id = ScopeFields.id(values);
        if (scope.isEmpty() || id.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(values, "destruction.incomplete", request, model);
        }
        String reason = values.getOrDefault("reason", "");
        Runnable wish = () -> destructions.ask(id.get(), scope.get(), reason, request.getRemoteUser(), clock.instant());
        return attempt(values, request, response, locale, model, wish);
    }

    @PostMapping("/{id}/approve")
    String approve(
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Runnable wish = () -> destructions.approve(id, request.getRemoteUser(), clock.instant());
        return attempt(Map.of(), request, response, locale, model, wish);
    }

    private String attempt(
            Map<String, String> values,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model,
            Runnable wish) {
        return refusal.of(wish, response, locale)
                .map(error -> page(values, error, request, model))
                .orElse("redirect:/destruction");
    }
}
