package org.bihuan.app.notices;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriUtils;

/** The documents for those who issue them. */
@Controller
@Needs(Permission.ISSUE_NOTICES)
class NoticesPage {
    private static final int SHOWN = 100;

    private final Notices notices;
    private final NoticeWorker worker;
    private final NoticePdf pdf;
    private final WhyLinks whyLinks;
    private final People people;
    private final Clock clock;

    NoticesPage(Notices notices, NoticeWorker worker, NoticePdf pdf, WhyLinks whyLinks, People people, Clock clock) {
        this.notices = notices;
        this.worker = worker;
        this.pdf = pdf;
        this.whyLinks = whyLinks;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/notices")
    String list(@RequestParam(defaultValue = "") String done, Model model) {
        List<Notice> latest = notices.latest(SHOWN);
        Map<UUID, List<Delivery>> deliveries = notices.deliveries(latest);
        model.addAttribute(
                "rows",
                latest.stream()
                        .map(notice -> new NoticeLine(
                                notice,
                                people.name(notice.subject()),
                                "/subjects/" + notice.subject().type() + "/"
                                        + UriUtils.encodePathSegment(
                                                notice.subject().id(), StandardCharsets.UTF_8),
                                deliveries.getOrDefault(notice.id(), List.of())))
                        .toList());
        model.addAttribute("isCut", latest.size() >= SHOWN);
        model.addAttribute("done", List.of("wished", "issued", "closed").contains(done) ? done : "");
        return "notices/notices";
    }

    /** Issues what a subject lacks, or what everybody lacks when none is named. */
    @PostMapping("/notices/issue")
    String issue(@RequestParam(defaultValue = "") String subject) {
        if (subject.isEmpty()) {
            worker.wish();
            return "redirect:/notices?done=wished";
        }
        notices.issue(parse(subject), clock.instant());
        return "redirect:/notices?done=issued";
    }

    /** Takes back the link by which the holder asks why, as when the paper was lost. */
    @PostMapping("/notices/{id}/close-link")
    String closeLink(@PathVariable UUID id) {
        Notice notice = notices.find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such document"));
        whyLinks.revoke(notice.id(), clock.instant());
        return "redirect:/notices?done=closed";
    }

    private static SubjectId parse(String subject) {
        try {
            return SubjectId.parse(subject);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "not a subject", e);
        }
    }

    @GetMapping("/notices/{id}.pdf")
    ResponseEntity<byte[]> paper(@PathVariable UUID id) {
        Notice notice = notices.find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such document"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + notice.number() + ".pdf\"")
                .body(pdf.render(notice));
    }
}
