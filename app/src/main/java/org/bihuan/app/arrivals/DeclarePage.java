package org.bihuan.app.arrivals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.arrivals.domain.Words;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.site.Refused;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.pack.Wording;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Declaring oneself before a journey, without an account; the answer is a receipt that tells nothing about anybody. */
@Controller
@Needs(Permission.PUBLIC)
class DeclarePage {
    private final Declarations declarations;
    private final Labels labels;
    private final ArrivalSettings settings;
    private final Rules rules;
    private final Clock clock;

    DeclarePage(Declarations declarations, Labels labels, ArrivalSettings settings, Rules rules, Clock clock) {
        this.declarations = declarations;
        this.labels = labels;
        this.settings = settings;
        this.rules = rules;
        this.clock = clock;
    }

    @GetMapping("/declare")
    String form(HttpServletResponse response, Locale locale, Model model) {
        return show(Map.of(), "", "", response, locale, model);
    }

    @PostMapping("/declare")
    String declare(@RequestParam Map<String, String> fields, HttpServletResponse response, Locale locale, Model model) {
        try {
            String key =
                    declarations.declare(new Fields(fields), clock.instant().truncatedTo(ChronoUnit.MICROS));
            return "redirect:/declare/" + key;
        } catch (Refused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(fields, e.text(locale.getLanguage().equals("zh")), e.field(), response, locale, model);
        }
    }

    @GetMapping("/declare/{key}")
    String receipt(@PathVariable String key, HttpServletRequest request, HttpServletResponse response, Model model) {
        closed(response);
        if (!key.matches("[0-9a-f-]{36}")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute(
                "receipt",
                declarations.receipt(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute(
                "code",
                QrDrawing.of(ServletUriComponentsBuilder.fromContextPath(request)
                        .path("/declare/" + key)
                        .toUriString()));
        return "arrivals/receipt";
    }

    private String show(
            Map<String, String> typed,
            String error,
            String field,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        closed(response);
        boolean zh = locale.getLanguage().equals("zh");
        model.addAttribute(
                "declare",
                new DeclareView(
                        typed.getOrDefault("key", UUID.randomUUID().toString()),
                        typed,
                        error,
                        field,
                        DestinationChoice.in(jurisdictions()),
                        labels.choices(Words.DECLARATION, "transport"),
                        settings.companions(),
                        of(settings.use(), zh),
                        of(settings.kept(), zh)));
        return "arrivals/declare";
    }

    /** Where an order in force classes arrivals. */
    private List<DivisionCode> jurisdictions() {
        return rules.active().stream()
                .filter(pack -> pack.tables().stream()
                        .anyMatch(table -> settings.rules().tables().contains(table.key())))
                .map(pack -> pack.manifest().jurisdiction())
                .distinct()
                .toList();
    }

    private static String of(Wording wording, boolean zh) {
        return zh ? wording.zh() : wording.en();
    }

    /** Neither kept nor found. */
    private static void closed(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
    }
}
