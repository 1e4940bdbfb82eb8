package org.bihuan.app.notices;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Where the code on the paper leads: anybody learns whether such a document was issued and whether it holds, but neither
 * whose it is nor what it is about.
 */
@Controller
@Needs(Permission.PUBLIC)
class CheckPage {
    private final Notices notices;
    private final People people;

    CheckPage(Notices notices, People people) {
        this.notices = notices;
        this.people = people;
    }

    @GetMapping("/check/{token}")
    String check(@PathVariable String token, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        Optional<Notice> found = notices.findByToken(token);
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
        model.addAttribute(
                "shown",
                found.map(notice -> new CheckView(
                                notice.number(),
                                NoticeTexts.region(notice),
                                NameMask.of(Asking.asMachine(() -> people.name(notice.subject()))),
                                notice.issuedAt(),
                                notice.state().name()))
                        .orElse(CheckView.NOTHING));
        return "notices/check";
    }
}
