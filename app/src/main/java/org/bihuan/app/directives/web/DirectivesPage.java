package org.bihuan.app.directives.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.directives.Directive;
import org.bihuan.app.directives.DirectiveProgress;
import org.bihuan.app.directives.Directives;
import org.bihuan.app.directives.Recipient;
import org.bihuan.app.site.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Directives as they are read, answered, reminded of and withdrawn. */
@Controller
@Needs(Permission.READ_DIRECTIVES)
class DirectivesPage {
    private static final int SENT = 50;
    private static final int PAGE = 100;
    private static final Set<String> DONE = Set.of("sent", "read", "answered", "reminded", "withdrawn");

    private final Directives directives;
    private final Clock clock;

    DirectivesPage(Directives directives, Clock clock) {
        this.directives = directives;
        this.clock = clock;
    }

    @GetMapping("/directives")
    String list(Model model) {
        Instant now = clock.instant();
        Asker asker = asker();
        List<Directive> sent = asker.may(Permission.KEEP_SHIFT) ? directives.sent(asker.region(), SENT) : List.of();
        Map<UUID, DirectiveProgress> progress = directives.progress(sent, now);
        model.addAttribute(
                "directives",
                new DirectivesView(
                        directives.inbox(asker),
                        sent.stream()
                                .map(each -> new DirectivesView.Sent(
                                        each, progress.getOrDefault(each.id(), DirectiveProgress.NONE)))
                                .toList(),
                        asker.may(Permission.COMMAND),
                        now));
        return "directives/list";
    }

    @GetMapping("/directives/{id}")
    String one(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        return show(id(id), "", DONE.contains(done) ? done : "", after.isEmpty() ? null : id(after), model);
    }

    private String show(UUID id, String error, String done, @Nullable UUID after, Model model) {
        Asker asker = asker();
        Instant now = clock.instant();
        Directive directive = directives.find(id, asker).orElseThrow(DirectivesPage::notFound);
        List<Recipient> page = directives.recipients(directive, asker, now, after, PAGE + 1);
        List<Recipient> recipients = page.subList(0, Math.min(PAGE, page.size()));
        List<Recipient> own = directives.own(directive, asker);
        model.addAttribute(
                "view",
                new DirectiveView(
                        directive,
                        recipients,
                        directives.progress(List.of(directive), now).getOrDefault(id, DirectiveProgress.NONE),
                        page.size() > PAGE ? recipients.getLast().id().toString() : "",
                        own,
                        directives.replies(Stream.concat(recipients.stream(), own.stream())
                                .distinct()
                                .toList()),
                        Directives.isSender(directive, asker),
                        Directives.isSender(directive, asker) && asker.may(Permission.COMMAND),
                        UUID.randomUUID().toString(),
                        error,
                        done,
                        now,
                        directives.reminded(recipients)));
        return "directives/one";
    }

    @PostMapping("/directives/{id}/read")
    String read(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String recipient,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return run(
                id,
                "read",
                () -> directives.read(id(id), id(recipient), asker(), clock.instant()),
                response,
                locale,
                model);
    }

    @PostMapping("/directives/{id}/answers")
    String answer(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String recipient,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String answer,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return run(
                id,
                "answered",
                () -> directives.answer(id(id), id(recipient), key, answer, asker(), clock.instant()),
                response,
                locale,
                model);
    }

    @Needs(Permission.KEEP_SHIFT)
    @PostMapping("/directives/{id}/reminders")
    String remind(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String recipient,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        @Nullable UUID only = recipient.isEmpty() ? null : id(recipient);
        return run(
                id,
                "reminded",
                () -> directives.remind(id(id), only, asker(), clock.instant()),
                response,
                locale,
                model);
    }

    @Needs(Permission.COMMAND)
    @PostMapping("/directives/{id}/withdrawal")
    String withdraw(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        return run(
                id,
                "withdrawn",
                () -> directives.withdraw(id(id), reason, asker(), clock.instant()),
                response,
                locale,
                model);
    }

    private String run(
            String id, String done, Runnable work, HttpServletResponse response, Locale locale, Model model) {
        if (directives.find(id(id), asker()).isEmpty()) {
            throw notFound();
        }
        try {
            work.run();
            return "redirect:/directives/" + id(id) + "?done=" + done;
        } catch (Refused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(id(id), e.text(locale.getLanguage().equals("zh")), "", null, model);
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw notFound();
        }
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "no such directive");
    }

    private static Asker asker() {
        return Asking.asker().orElseThrow();
    }
}
