package org.bihuan.app.briefing.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.briefing.Briefing;
import org.bihuan.app.briefing.BriefingSheet;
import org.bihuan.app.briefing.Briefings;
import org.bihuan.app.briefing.Figure;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The morning briefing: page, Word file, text, and the list behind each figure. */
@Controller
@Needs(Permission.SEE_BRIEFINGS)
class BriefingPage {
    private static final int LISTED = 60;
    private static final int ITEMS = 500;
    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final Briefings briefings;
    private final MessageSource messages;

    BriefingPage(Briefings briefings, MessageSource messages) {
        this.briefings = briefings;
        this.messages = messages;
    }

    @GetMapping("/briefings")
    String latest(Model model, Locale locale) {
        List<Briefing> all = briefings.latest(LISTED);
        DivisionCode own = org.bihuan.app.authority.Asking.asker()
                .map(org.bihuan.app.authority.Asker::region)
                .orElse(null);
        Optional<BriefingSheet> shown = all.stream()
                .filter(each -> each.division().equals(own))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .flatMap(each -> briefings.sheet(each.id()));
        return show(shown.orElse(null), all, locale, model);
    }

    @GetMapping("/briefings/{id}")
    String one(@PathVariable String id, Locale locale, Model model) {
        return show(sheet(id), briefings.latest(LISTED), locale, model);
    }

    private String show(@Nullable BriefingSheet sheet, List<Briefing> all, Locale locale, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("all", all);
        model.addAttribute("trends", sheet == null ? List.of() : Trend.of(sheet, briefings));
        model.addAttribute("text", sheet == null ? "" : new BriefingWords(sheet, messages, locale).lines());
        return "briefing/briefing";
    }

    @GetMapping("/briefings/{id}/figures/{key}")
    String figure(
            @PathVariable String id,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "-1") int after,
            Model model) {
        BriefingSheet sheet = sheet(id);
        DivisionCode where = DivisionCode.parse(place).orElse(null);
        BriefingSheet.Row row = sheet.parts().stream()
                .flatMap(part -> part.rows().stream())
                .filter(each -> each.line().key().equals(key))
                .findFirst()
                .orElseThrow(BriefingPage::notFound);
        Figure figure = where == null
                ? row.figure()
                : row.places().stream()
                        .filter(each -> Objects.equals(each.place(), where))
                        .findFirst()
                        .orElseThrow(BriefingPage::notFound);
        model.addAttribute(
                "view",
                new FigureView(
                        sheet,
                        row.line().label(),
                        figure,
                        where == null ? live(row.line().live(), sheet.briefing()) : "",
                        briefings.items(sheet.briefing().id(), key, where, after, ITEMS),
                        after));
        return "briefing/figure";
    }

    @GetMapping("/briefings/{id}/word")
    ResponseEntity<byte[]> word(@PathVariable String id, Locale locale) {
        BriefingSheet sheet = sheet(id);
        BriefingWords words = new BriefingWords(sheet, messages, locale);
        String name = words.title().replace(' ', '-') + "-" + sheet.briefing().day() + ".docx";
        return ResponseEntity.ok()
                .contentType(WORD)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new BriefingWord(sheet, words).bytes());
    }

    @GetMapping("/briefings/{id}/text")
    ResponseEntity<byte[]> text(@PathVariable String id, Locale locale) {
        String text = new BriefingWords(sheet(id), messages, locale).lines();
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The address of the list as it is now, with the time that the briefing speaks of. */
    private static String live(String address, Briefing briefing) {
        LocalDateTime until = LocalDateTime.ofInstant(briefing.cutOff(), briefing.zone());
        LocalDateTime from = LocalDateTime.ofInstant(briefing.cutOff().minus(Duration.ofDays(1)), briefing.zone());
        return address.replace("{from}", from.toString()).replace("{until}", until.toString());
    }

    private BriefingSheet sheet(String id) {
        try {
            return briefings.sheet(UUID.fromString(id)).orElseThrow(BriefingPage::notFound);
        } catch (IllegalArgumentException e) {
            throw notFound();
        }
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "no such briefing");
    }
}
