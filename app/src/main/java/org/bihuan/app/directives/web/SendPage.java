package org.bihuan.app.directives.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.directives.Addressees;
import org.bihuan.app.directives.Directive;
import org.bihuan.app.directives.Directives;
import org.bihuan.app.returns.ReportingUnit;
import org.bihuan.app.returns.Units;
import org.bihuan.app.site.Entered;
import org.bihuan.app.site.Refused;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing a directive and choosing whom it goes to. */
@Controller
@Needs(Permission.COMMAND)
class SendPage {
    private final Directives directives;
    private final Units units;
    private final Clock clock;

    SendPage(Directives directives, Units units, Clock clock) {
        this.directives = directives;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping("/directives/new")
    String form(@RequestParam(defaultValue = "") String amends, Model model) {
        Asker asker = Asking.asker().orElseThrow();
        Directive old = old(amends, asker);
        List<DivisionCode> places = Addressees.placesOf(asker.region());
        Directives.Typed typed = new Directives.Typed(
                UUID.randomUUID().toString(),
                old == null ? "" : old.number(),
                old == null ? "" : old.title(),
                old == null ? "" : old.body(),
                old == null || old.needsAnswer(),
                "",
                old == null ? "" : old.id().toString(),
                new Addressees(Set.of(), Set.copyOf(places), Set.of()));
        return show(typed, old, "", asker, model);
    }

    @PostMapping("/directives")
    String send(
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Asker asker = Asking.asker().orElseThrow();
        try {
            return "redirect:/directives/" + directives.send(typed(fields, true), asker, clock.instant())
                    + "?done=sent";
        } catch (Refused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Directives.Typed typed = typed(fields, false);
            return show(
                    typed,
                    old(typed.amends(), asker),
                    e.text(locale.getLanguage().equals("zh")),
                    asker,
                    model);
        }
    }

    private String show(Directives.Typed typed, @Nullable Directive old, String error, Asker asker, Model model) {
        List<DivisionCode> places = Addressees.placesOf(asker.region());
        int level =
                places.isEmpty() ? asker.region().level() : places.getFirst().level();
        model.addAttribute(
                "send",
                new SendView(
                        typed,
                        old,
                        Addressees.rolesAt(level),
                        places,
                        units.list().stream()
                                .map(ReportingUnit::kind)
                                .distinct()
                                .sorted()
                                .toList(),
                        typed.to().places().stream().map(DivisionCode::toString).collect(Collectors.toSet()),
                        error));
        return "directives/send";
    }

    private static Directives.Typed typed(MultiValueMap<String, String> fields, boolean strict) {
        Set<DivisionCode> places = new LinkedHashSet<>();
        for (String place : fields.getOrDefault("place", List.of())) {
            if (strict) {
                places.add(Entered.division("to", new Wording("收件地区", "Place"), place));
            } else {
                DivisionCode.parse(place).ifPresent(places::add);
            }
        }
        return new Directives.Typed(
                of(fields, "key"),
                of(fields, "number"),
                of(fields, "title"),
                of(fields, "body"),
                fields.containsKey("needsAnswer"),
                of(fields, "deadline"),
                of(fields, "amends"),
                new Addressees(
                        Set.copyOf(fields.getOrDefault("role", List.of())),
                        places,
                        Set.copyOf(fields.getOrDefault("unitKind", List.of()))));
    }

    private @Nullable Directive old(String id, Asker asker) {
        try {
            return id.isEmpty()
                    ? null
                    : directives
                            .find(UUID.fromString(id), asker)
                            .filter(each -> Directives.isSender(each, asker))
                            .orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String of(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value;
    }
}
