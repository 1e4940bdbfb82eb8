package org.bihuan.app.residents;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.notices.Notice;
import org.bihuan.app.notices.Outbox;
import org.bihuan.app.notices.WhyLinks;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** Where the second code on a notice leads: who they are is asked first, then they learn why, and can appeal. */
@Controller
@Needs(Permission.PUBLIC)
class WhyPage {
    private static final int LONGEST = 2000;

    private final WhyLinks links;
    private final Visits visits;
    private final HolderCheck check;
    private final WhyViews views;
    private final Appeals appeals;
    private final Outbox outbox;
    private final Clock clock;

    WhyPage(
            WhyLinks links,
            Visits visits,
            HolderCheck check,
            WhyViews views,
            Appeals appeals,
            Outbox outbox,
            Clock clock) {
        this.links = links;
        this.visits = visits;
        this.check = check;
        this.views = views;
        this.appeals = appeals;
        this.outbox = outbox;
        this.clock = clock;
    }

    @GetMapping("/why/{token}")
    String show(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Instant now = clock.instant();
        closed(response, token, model);
        Optional<Notice> notice = links.find(token, now);
        if (notice.isEmpty()) {
            return ask("gone", 0, response, HttpStatus.NOT_FOUND, model);
        }
        if (!visits.isIn(request, notice.get().id(), now)) {
            return ask(links.isLocked(token, now) ? "locked" : "", 0, response, HttpStatus.OK, model);
        }
        return why(notice.get(), done.equals("filed") ? "filed" : "", locale, model);
    }

    /** Says who they are: year of birth, the last four of their document's number, or a code that they were given. */
    @PostMapping("/why/{token}")
    String answer(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Instant now = clock.instant();
        closed(response, token, model);
        Optional<Notice> notice = links.find(token, now);
        if (notice.isEmpty()) {
            return ask("gone", 0, response, HttpStatus.NOT_FOUND, model);
        }
        return switch (check.of(token, notice.get(), answer, now)) {
            case HolderCheck.Recognised() -> {
                visits.begin(request, response, notice.get().id(), now);
                outbox.readOnline(notice.get(), now);
                yield "redirect:/why/" + token;
            }
            case HolderCheck.Unknown() -> ask("unknown", 0, response, HttpStatus.UNPROCESSABLE_CONTENT, model);
            case HolderCheck.Locked() -> ask("locked", 0, response, HttpStatus.TOO_MANY_REQUESTS, model);
            case HolderCheck.Wrong(int left) ->
                ask(left == 0 ? "locked" : "wrong", left, response, HttpStatus.UNPROCESSABLE_CONTENT, model);
        };
    }

    @PostMapping("/why/{token}/appeal")
    String appeal(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "false") boolean asksSuspension,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Instant now = clock.instant();
        closed(response, token, model);
        Optional<Notice> notice = links.find(token, now);
        if (notice.isEmpty()) {
            return ask("gone", 0, response, HttpStatus.NOT_FOUND, model);
        }
        if (!visits.isIn(request, notice.get().id(), now)) {
            return ask("", 0, response, HttpStatus.OK, model);
        }
        WhyView view = views.of(notice.get(), locale, now);
        boolean right = view.grounds().containsKey(ground)
                && !words.isBlank()
                && words.length() <= LONGEST
                && words.indexOf('\0') < 0
                && key.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        if (!right) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return why(notice.get(), "incomplete", locale, model);
        }
        appeals.file(notice.get(), UUID.fromString(key), ground, words.strip(), asksSuspension, now);
        return "redirect:/why/" + token + "?done=filed";
    }

    private String why(Notice notice, String said, Locale locale, Model model) {
        model.addAttribute("said", said);
        model.addAttribute("view", views.of(notice, locale, clock.instant()));
        return "residents/why";
    }

    private static String ask(String said, int left, HttpServletResponse response, HttpStatus status, Model model) {
        response.setStatus(status.value());
        model.addAttribute("said", said);
        model.addAttribute("left", left);
        return "residents/ask";
    }

    /** Neither kept nor found nor told to another site. */
    private static void closed(HttpServletResponse response, String token, Model model) {
        model.addAttribute("path", "/why/" + UriUtils.encodePathSegment(token, StandardCharsets.UTF_8));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Referrer-Policy", "same-origin");
    }
}
