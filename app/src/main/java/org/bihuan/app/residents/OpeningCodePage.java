package org.bihuan.app.residents;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.app.audit.Action;
import org.bihuan.app.audit.Audit;
import org.bihuan.app.audit.Looked;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.authority.Responsibilities;
import org.bihuan.app.identity.WhoReads;
import org.bihuan.app.notices.Notice;
import org.bihuan.app.notices.Notices;
import org.bihuan.app.notices.OpeningCodes;
import org.bihuan.app.notices.WhyLink;
import org.bihuan.app.notices.WhyLinks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Whoever has the holder of a notice before them gives them a code for the page that tells why. */
@Controller
@Needs(Permission.SEE_SUBJECTS)
class OpeningCodePage {
    private final Notices notices;
    private final WhyLinks links;
    private final OpeningCodes codes;
    private final Responsibilities responsibilities;
    private final Audit audit;
    private final Clock clock;

    OpeningCodePage(
            Notices notices,
            WhyLinks links,
            OpeningCodes codes,
            Responsibilities responsibilities,
            Audit audit,
            Clock clock) {
        this.notices = notices;
        this.links = links;
        this.codes = codes;
        this.responsibilities = responsibilities;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/why-codes/{id}")
    String show(@PathVariable UUID id, Model model) {
        return page(notice(id), "", model);
    }

    /** Shown once, in the answer itself; asked for again it is another, and the one before opens no more. */
    @PostMapping("/why-codes/{id}")
    String give(@PathVariable UUID id, Model model) {
        Notice notice = notice(id);
        Instant now = clock.instant();
        WhyLink link = link(notice);
        if (!link.opens(now)) {
            return page(notice, "", model);
        }
        Looked looked = Looked.at(notice.subject().toString());
        audit.record(WhoReads.now(), "opening-code", Action.CHANGE, List.of(looked), notice.number(), now);
        String by = Asking.asker().map(Asker::login).orElseThrow();
        return page(notice, codes.give(link, by, now), model);
    }

    private String page(Notice notice, String code, Model model) {
        model.addAttribute("view", new OpeningCodeView(notice, link(notice), code, clock.instant()));
        return "residents/code";
    }

    /** Those of people whom whoever asks sees; a document that tells of no measure has no link. */
    private Notice notice(UUID id) {
        return notices.find(id)
                .filter(each -> responsibilities.hidden(List.of(each.subject())).isEmpty())
                .filter(each -> links.of(each).isPresent())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no such notice"));
    }

    private WhyLink link(Notice notice) {
        return links.of(notice).orElseThrow();
    }
}
