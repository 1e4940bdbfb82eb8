package org.bihuan.app.console;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bihuan.app.authority.Needs;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.identity.Found;
import org.bihuan.app.identity.People;
import org.bihuan.app.identity.WhoReads;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.kernel.IdentityDocument;
import org.bihuan.kernel.PhoneNumber;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.Pack;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds places by fragments, subjects by id, with or without their type, counties by name, and people by document, telephone or name. */
@Controller
@Needs(Permission.SEE_SUBJECTS)
class SearchPage {
    private static final int COUNTY = 3;

    private final Duties duties;
    private final Rules rules;
    private final WordBook words;
    private final People people;
    private final PlaceFinder places;
    private final Clock clock;

    SearchPage(Duties duties, Rules rules, WordBook words, People people, PlaceFinder places, Clock clock) {
        this.places = places;
        this.people = people;
        this.duties = duties;
        this.rules = rules;
        this.words = words;
        this.clock = clock;
    }

    /** The form. What an address may say is not looked for: addresses stay in histories and logs, and numbers must not. */
    @GetMapping("/search")
    String form(Model model) {
        model.addAttribute("q", "");
        model.addAttribute("found", List.of());
        model.addAttribute("places", List.of());
        return "console/search";
    }

    @PostMapping("/search")
    String search(@RequestParam(defaultValue = "") String q, Locale locale, Model model) {
        String asked = q.strip();
        List<SubjectId> found = asked.isEmpty() || asked.indexOf('\0') >= 0 ? List.of() : find(asked);
        if (found.size() == 1) {
            return "redirect:" + Words.path(found.getFirst());
        }
        Words in = words.in(locale);
        Map<SubjectId, String> names = words.names(found, "search");
        model.addAttribute("q", asked);
        model.addAttribute("places", places.find(asked));
        model.addAttribute(
                "found",
                found.stream()
                        .map(each -> new HomeView.Sample(
                                Words.path(each),
                                in.type(each.type()),
                                names.getOrDefault(each, each.id()),
                                each.id(),
                                "",
                                ""))
                        .toList());
        return "console/search";
    }

    /** Subjects by their id, counties by name, and people by document, telephone or name. */
    private List<SubjectId> find(String asked) {
        Set<SubjectId> found = new LinkedHashSet<>();
        for (SubjectId each : candidates(asked)) {
            duties.findSubject(each, clock.instant()).ifPresent(state -> found.add(state.subject()));
        }
        Optional<IdentityDocument> document = IdentityDocument.recognise(asked);
        Optional<PhoneNumber> phone = PhoneNumber.parse(asked);
        List<Found> named = document.isPresent()
                ? people.byDocument(document.get(), WhoReads.now(), "search", clock.instant())
                : phone.isPresent()
                        ? people.byPhone(phone.get(), WhoReads.now(), "search", clock.instant())
                        : people.byName(asked, List.of(), WhoReads.now(), "search", clock.instant());
        named.forEach(each -> found.add(each.subject()));
        return List.copyOf(found);
    }

    private Set<SubjectId> candidates(String asked) {
        Set<SubjectId> candidates = new LinkedHashSet<>();
        int colon = asked.indexOf(':');
        if (colon > 0 && colon < asked.length() - 1) {
            candidates.add(SubjectId.parse(asked));
        }
        Map<String, Integer> types = new LinkedHashMap<>();
        List<DivisionCode> counties = new ArrayList<>();
        for (Pack pack : rules.active()) {
            types.putAll(pack.vocabulary().strata());
            counties.addAll(Divisions.load().list(COUNTY, pack.manifest().jurisdiction()));
        }
        types.keySet().forEach(type -> candidates.add(new SubjectId(type, asked)));
        for (DivisionCode county : counties) {
            if (Divisions.load()
                    .findName(county)
                    .filter(name -> name.startsWith(asked))
                    .isPresent()) {
                candidates.add(new SubjectId("region", county.toString()));
            }
        }
        return candidates;
    }
}
