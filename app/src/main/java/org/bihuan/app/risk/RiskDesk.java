package org.bihuan.app.risk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.ledgers.file.FileRefused;
import org.bihuan.places.PlaceId;
import org.bihuan.places.risk.Figures;
import org.bihuan.policy.pack.Wording;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Bringing lists, withdrawing them, saying what a name means, response levels, sources. */
@Controller
@Needs(Permission.KEEP_RISK)
class RiskDesk {
    private final ListIntake intake;
    private final RiskLists lists;
    private final Situation situation;
    private final Board board;
    private final Clock clock;

    RiskDesk(ListIntake intake, RiskLists lists, Situation situation, Board board, Clock clock) {
        this.intake = intake;
        this.lists = lists;
        this.situation = situation;
        this.board = board;
        this.clock = clock;
    }

    /** Something that may be refused; returns where to go on. */
    @FunctionalInterface
    private interface Wish {
        String grant(Instant now, String by) throws IOException;
    }

    @PostMapping("/risk/lists")
    String take(
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(defaultValue = RiskLists.NATIONAL) String series,
            @RequestParam(defaultValue = "") String scheme,
            @RequestParam(defaultValue = "") String effective,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String provinces,
            @RequestParam(defaultValue = "") String prefectures,
            @RequestParam(defaultValue = "") String share,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model)
            throws IOException {
        Path copy = Files.createTempFile("list", ".tmp");
        try {
            if (file != null) {
                file.transferTo(copy);
            }
            Wish wish = (now, by) -> {
                Map<String, Long> stated = new LinkedHashMap<>();
                put(stated, Figures.PROVINCES, provinces);
                put(stated, Figures.PREFECTURES, prefectures);
                put(stated, Figures.SHARE, share);
                Instant latest = lists.publications(series).stream()
                        .filter(each -> each.withdrawnAt().isEmpty())
                        .map(Publication::effectiveAt)
                        .reduce(Instant.MIN, (a, b) -> a.isAfter(b) ? a : b);
                Publication taken = intake.take(
                        copy,
                        new ListIntake.Said(series, scheme, board.moment(effective), stated, source.strip()),
                        now,
                        by);
                return "redirect:/risk?series=" + series + "&done="
                        + (taken.effectiveAt().isBefore(latest) ? "late" : "taken");
            };
            return granted(series, wish, request, response, locale, model);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static void put(Map<String, Long> stated, String figure, String text) {
        if (!text.isBlank()) {
            if (!text.strip().matches("[0-9]{1,9}")) {
                throw new RiskRefused("数字「" + text + "」须为整数", "the figure \"" + text + "\" must be a whole number");
            }
            stated.put(figure, Long.parseLong(text.strip()));
        }
    }

    @PostMapping("/risk/lists/{id}/withdraw")
    String withdraw(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String why,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model)
            throws IOException {
        Wish wish = (now, by) -> {
            lists.withdraw(id, why, now, by);
            return "redirect:/risk?done=withdrawn";
        };
        return granted(RiskLists.NATIONAL, wish, request, response, locale, model);
    }

    @PostMapping("/risk/names")
    String answer(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "false") boolean whole,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model)
            throws IOException {
        Wish wish = (now, by) -> "redirect:/risk/names?done=" + lists.answer(key, place(place), whole, now, by);
        return granted(RiskLists.NATIONAL, wish, request, response, locale, model);
    }

    @PostMapping("/risk/responses")
    String respond(
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String basis,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model)
            throws IOException {
        Wish wish = (now, by) -> {
            situation.respond(place(place), level, board.moment(from).orElse(now), basis, now, by);
            return "redirect:/risk?done=responded";
        };
        return granted(RiskLists.NATIONAL, wish, request, response, locale, model);
    }

    @PostMapping("/risk/sources")
    String flag(
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model)
            throws IOException {
        Wish wish = (now, by) -> {
            situation.flag(
                    new Source(
                            UUID.randomUUID(),
                            name.strip(),
                            kind,
                            code.strip(),
                            place(place),
                            board.moment(from).orElse(now),
                            board.moment(to),
                            note.strip(),
                            by),
                    now);
            return "redirect:/risk?done=flagged";
        };
        return granted(RiskLists.NATIONAL, wish, request, response, locale, model);
    }

    @PostMapping("/risk/sources/{id}/end")
    String end(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model)
            throws IOException {
        Wish wish = (now, by) -> {
            situation.end(id, board.moment(to).orElse(now), now, by);
            return "redirect:/risk?done=ended";
        };
        return granted(RiskLists.NATIONAL, wish, request, response, locale, model);
    }

    private static PlaceId place(String text) {
        return PlaceId.parse(text.strip())
                .orElseThrow(() -> new RiskRefused(
                        "「" + text + "」不是地点；请搜索并选择一个地点", "\"" + text + "\" is no place: search for one and choose it"));
    }

    private String granted(
            String series,
            Wish wish,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model)
            throws IOException {
        Instant now = clock.instant();
        Wording wrong;
        try {
            String by = request.getRemoteUser() == null ? request.getRemoteAddr() : request.getRemoteUser();
            return wish.grant(now, by);
        } catch (RiskRefused e) {
            wrong = e.wording();
        } catch (FileRefused e) {
            wrong = e.wording();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        String error = locale.getLanguage().equals("zh") ? wrong.zh() : wrong.en();
        model.addAttribute("shown", board.view(new Board.Question(series, "", "", "", "", error), now));
        return "risk/board";
    }
}
