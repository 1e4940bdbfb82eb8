package org.bihuan.app.arrivals;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.bihuan.app.arrivals.domain.Words;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.identity.Claims;
import org.bihuan.app.identity.Registered;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * Documents that were declared and that nobody has compared; one tap of whoever has the person and their document before them
 * says that the declaration is theirs.
 */
@Controller
@Needs(Permission.HAND_OVER_ARRIVALS)
class ClaimsPage {
    private static final String BACK = "/arrivals/desk(\\?done=[0-9a-z]{1,64})?|/arrivals/claims(\\?side=coming)?"
            + "|/subjects/person/[0-9A-Za-z%-]{1,80}";
    private static final int SHOWN = 50;

    private final Claims claims;
    private final ClaimSight sight;
    private final ClaimLists lists;
    private final Recording recording;
    private final Clock clock;

    ClaimsPage(Claims claims, ClaimSight sight, ClaimLists lists, Recording recording, Clock clock) {
        this.claims = claims;
        this.sight = sight;
        this.lists = lists;
        this.recording = recording;
        this.clock = clock;
    }

    @GetMapping("/arrivals/claims")
    String list(
            @RequestParam(defaultValue = "") String side, @RequestParam(defaultValue = "") String after, Model model) {
        boolean isHere = !side.equals("coming");
        model.addAttribute(
                "view",
                lists.view(
                        isHere,
                        ArrivalCursor.parse(after),
                        SHOWN,
                        Asking.asker().orElseThrow(),
                        clock.instant()));
        return "arrivals/open-claims";
    }

    @PostMapping("/arrivals/claims/{id}")
    String confirm(@PathVariable String id, @RequestParam(defaultValue = "") String back) {
        Asker asker = Asking.asker().orElseThrow();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SubjectId claimant = new SubjectId(Words.PERSON, id.matches("[0-9a-z]{1,64}") ? id : "none");
        if (!sight.isShown(claimant, asker, now)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (claims.confirm(claimant, asker.login(), now) instanceof Registered.Refused) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND); // nothing is claimed
        }
        recording.inOne(() -> recording.derive(List.of(claimant), now));
        return "redirect:" + (back.matches(BACK) ? back : "/arrivals/desk");
    }
}
