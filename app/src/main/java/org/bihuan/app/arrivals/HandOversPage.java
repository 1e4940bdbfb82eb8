package org.bihuan.app.arrivals;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.app.arrivals.domain.Journey;
import org.bihuan.app.audit.Action;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.site.Entered;
import org.bihuan.app.site.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who landed here, who was sent here, and who has received them. */
@Controller
@Needs(Permission.HAND_OVER_ARRIVALS)
class HandOversPage {
    private static final Set<String> DONE = Set.of("sent", "received", "refused");

    private final HandOvers handOvers;
    private final Faces faces;
    private final Clock clock;

    HandOversPage(HandOvers handOvers, Faces faces, Clock clock) {
        this.handOvers = handOvers;
        this.faces = faces;
        this.clock = clock;
    }

    @GetMapping("/arrivals/handovers")
    String show(@RequestParam(defaultValue = "") String done, Model model) {
        return show("", DONE.contains(done) ? done : "", model);
    }

    private String show(String error, String done, Model model) {
        Instant now = now();
        Asker asker = asker();
        List<Journey> coming = handOvers.coming();
        List<Journey> here = handOvers.here(now);
        List<Journey> sent = handOvers.sent();
        Map<String, String> names = new HashMap<>();
        faces.of(
                        Stream.of(coming, here, sent)
                                .flatMap(List::stream)
                                .map(Journey::subject)
                                .distinct()
                                .toList(),
                        "name",
                        Action.LIST,
                        now)
                .forEach((person, name) -> names.put(person.id(), name));
        model.addAttribute(
                "view",
                new HandOverView(
                        coming,
                        here,
                        sent,
                        names,
                        DestinationChoice.in(List.of(
                                asker.region().level() <= 2
                                        ? asker.region()
                                        : asker.region().atLevel(2))),
                        UUID.randomUUID().toString(),
                        asker.name(),
                        error,
                        done,
                        now));
        return "arrivals/handovers";
    }

    @PostMapping("/arrivals/handovers")
    String send(
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return run(
                "sent",
                () -> handOvers.send(
                        fields.getOrDefault("journey", List.of()).stream()
                                .map(Entered::key)
                                .map(handOvers::get)
                                .toList(),
                        new Fields(fields.toSingleValueMap()),
                        asker(),
                        now()),
                response,
                locale,
                model);
    }

    @PostMapping("/arrivals/handovers/{id}/receipt")
    String receive(
            @PathVariable String id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return run(
                "received",
                () -> handOvers.receive(handOvers.get(Entered.key(id)), new Fields(fields), asker(), now()),
                response,
                locale,
                model);
    }

    @PostMapping("/arrivals/handovers/{id}/refusal")
    String refuse(
            @PathVariable String id,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return run(
                "refused",
                () -> handOvers.refuse(handOvers.get(Entered.key(id)), new Fields(fields), asker(), now()),
                response,
                locale,
                model);
    }

    private String run(String done, Runnable work, HttpServletResponse response, Locale locale, Model model) {
        try {
            work.run();
            return "redirect:/arrivals/handovers?done=" + done;
        } catch (Refused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(e.text(locale.getLanguage().equals("zh")), "", model);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Asker asker() {
        return Asking.asker().orElseThrow();
    }
}
