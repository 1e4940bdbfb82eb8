package org.bihuan.app.console;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.bihuan.app.audit.Action;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.SubjectState;
import org.bihuan.app.facts.Disclosure;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.identity.WhoReads;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** How one subject stands now, and why. */
@Controller
@Needs(Permission.SEE_SUBJECTS)
class SubjectPage {
    private static final int STORED = 20;

    private final Duties duties;
    private final Facts facts;
    private final SubjectViews views;
    private final WordBook words;
    private final Disclosure disclosure;
    private final PersonParts parts;
    private final Clock clock;

    SubjectPage(
            Duties duties,
            Facts facts,
            SubjectViews views,
            WordBook words,
            Disclosure disclosure,
            PersonParts parts,
            Clock clock) {
        this.disclosure = disclosure;
        this.parts = parts;
        this.duties = duties;
        this.facts = facts;
        this.views = views;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/subjects/{type}/{id}")
    String show(@PathVariable String type, @PathVariable String id, Locale locale, Model model) {
        Instant now = clock.instant();
        if (type.indexOf(':') >= 0 || (type + id).indexOf('\0') >= 0) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        SubjectState state = duties.findSubject(new SubjectId(type, id), now)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String name = words.names(List.of(state.subject()), "person")
                .getOrDefault(state.subject(), state.subject().id());
        List<Fact> open = disclosure.open(
                WhoReads.now(), "person", Action.VIEW, state.dossier().facts(), "", now);
        model.addAttribute(
                "subject",
                views.of(
                        state,
                        name,
                        open,
                        facts.origins(
                                state.dossier().facts().stream().map(Fact::id).toList()),
                        duties.decisions(state.subject(), STORED),
                        words.in(locale),
                        now));
        model.addAttribute("person", state.subject().type().equals("person") ? parts.of(state, open) : PersonView.NONE);
        return "console/subject";
    }
}
