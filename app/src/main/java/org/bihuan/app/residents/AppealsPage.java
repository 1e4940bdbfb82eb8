package org.bihuan.app.residents;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.audit.Action;
import org.bihuan.app.audit.Audit;
import org.bihuan.app.audit.Looked;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.identity.WhoReads;
import org.bihuan.app.notices.Notice;
import org.bihuan.app.notices.Notices;
import org.bihuan.policy.pack.Wording;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/** The desk of appeals: the first due first; who had the notice issued does not answer. */
@Controller
@Needs(Permission.ANSWER_APPEALS)
class AppealsPage {
    private static final int SHOWN = 200;
    private static final int ANSWERED = 30;
    private static final int LONGEST = 2000;

    private final Appeals appeals;
    private final AppealRules rules;
    private final Notices notices;
    private final WhyViews views;
    private final Audit audit;
    private final Clock clock;

    AppealsPage(Appeals appeals, AppealRules rules, Notices notices, WhyViews views, Audit audit, Clock clock) {
        this.appeals = appeals;
        this.rules = rules;
        this.notices = notices;
        this.views = views;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/appeals")
    String list(Locale locale, Model model) {
        Instant now = clock.instant();
        AppealStore.Waiting waiting = appeals.waiting(now);
        model.addAttribute(
                "desk",
                new DeskView(
                        rows(appeals.open(SHOWN), locale, now),
                        rows(appeals.answered(ANSWERED), locale, now),
                        waiting.all(),
                        waiting.late()));
        return "residents/appeals";
    }

    private List<DeskView.Row> rows(List<Appeal> all, Locale locale, Instant now) {
        return all.stream().map(appeal -> row(appeal, locale, now)).toList();
    }

    /** Lists tell numbers of papers, not names: whose it is shows on the appeal's own page, and is written down. */
    private DeskView.Row row(Appeal appeal, Locale locale, Instant now) {
        AppealRules.Ground ground = rules.grounds().get(appeal.ground());
        String outcome = appeal.outcome();
        Wording known = outcome == null ? null : rules.outcomes().get(outcome);
        return new DeskView.Row(
                appeal,
                appeal.number(),
                "/subjects/" + appeal.subject().type() + "/"
                        + UriUtils.encodePathSegment(appeal.subject().id(), StandardCharsets.UTF_8),
                ground == null ? appeal.ground() : of(ground.wording(), locale),
                known == null ? "" : of(known, locale),
                appeal.isLate(now),
                Duration.between(now, appeal.dueAt()).abs());
    }

    @GetMapping("/appeals/{id}")
    String show(@PathVariable UUID id, Locale locale, Model model) {
        return page(appeal(id), "", locale, model);
    }

    @PostMapping("/appeals/{id}")
    Object answer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String answer,
            Locale locale,
            Model model) {
        Appeal appeal = appeal(id);
        boolean right = rules.outcomes().containsKey(outcome)
                && !answer.isBlank()
                && answer.length() <= LONGEST
                && answer.indexOf('\0') < 0;
        if (!right) {
            return new ModelAndView(
                    page(appeal, "incomplete", locale, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Appeals.Answered answered = appeals.answer(appeal, me(), outcome, answer.strip(), clock.instant());
        if (answered == Appeals.Answered.NOT_BY_YOU) {
            return new ModelAndView(page(appeal, "own", locale, model), model.asMap(), HttpStatus.FORBIDDEN);
        }
        return "redirect:/appeals/" + id;
    }

    private String page(Appeal appeal, String wrong, Locale locale, Model model) {
        Instant now = clock.instant();
        audit.record(
                WhoReads.now(),
                "appeal",
                Action.VIEW,
                List.of(Looked.at(appeal.subject().toString())),
                "",
                now);
        Notice notice = notices.find(appeal.notice()).orElseThrow();
        Appeals.Words words = appeals.words(appeal.id());
        Map<String, String> outcomes = new LinkedHashMap<>();
        rules.outcomes().forEach((key, wording) -> outcomes.put(key, of(wording, locale)));
        String issuedBy = notices.issuedBy(notice.id());
        model.addAttribute(
                "one",
                new DeskView.One(
                        row(appeal, locale, now),
                        views.of(notice, locale, now),
                        words.words(),
                        words.answer(),
                        outcomes,
                        issuedBy,
                        issuedBy.equals(me()),
                        suspending(appeal, locale, now),
                        wrong));
        return "residents/appeal";
    }

    private DeskView.Suspending suspending(Appeal appeal, Locale locale, Instant now) {
        SuspensionRules suspensions = rules.suspension();
        Map<String, String> grounds = new LinkedHashMap<>();
        if (appeal.isOpen() && appeal.suspended() == null) {
            suspensions
                    .grounds(appeals.granter(appeal, me()), appeal)
                    .forEach((key, ground) -> grounds.put(key, of(ground.wording(), locale)));
        }
        Appeal.Suspended suspended = appeal.suspended();
        SuspensionRules.Ground on =
                suspended == null ? null : suspensions.grounds().get(suspended.ground());
        return new DeskView.Suspending(
                of(suspensions.wording(), locale),
                on == null ? "" : of(on.wording(), locale),
                grounds,
                suspensions.longest().toHours(),
                appeal.suspends(now));
    }

    /** Grants that the measure is not carried out until the answer, or for so many hours. */
    @PostMapping("/appeals/{id}/suspend")
    Object suspend(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String hours,
            @RequestParam(defaultValue = "") String words,
            Locale locale,
            Model model) {
        Appeal appeal = appeal(id);
        Instant now = clock.instant();
        boolean right = hours.matches("[0-9]{1,4}")
                && !words.isBlank()
                && words.length() <= LONGEST
                && words.indexOf('\0') < 0
                && appeals.suspend(
                                id, me(), ground, now.plus(Duration.ofHours(Long.parseLong(hours))), words.strip(), now)
                        != Appeals.Granted.NOT_SO;
        if (!right) {
            return new ModelAndView(
                    page(appeal, "suspension", locale, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return "redirect:/appeals/" + id;
    }

    private Appeal appeal(UUID id) {
        return appeals.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String me() {
        return Asking.asker().map(Asker::login).orElse("");
    }

    private static String of(Wording wording, Locale locale) {
        return locale.getLanguage().equals("zh") ? wording.zh() : wording.en();
    }
}
