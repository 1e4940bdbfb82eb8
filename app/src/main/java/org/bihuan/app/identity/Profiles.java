package org.bihuan.app.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bihuan.app.audit.Action;
import org.bihuan.app.audit.Reader;
import org.bihuan.app.facts.Disclosure;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.facts.Finder;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Component;

/** Opens what stands about people. Thread-safe. */
@Component
class Profiles {
    private static final String PERSON = "person";

    private final Facts facts;
    private final Finder finder;
    private final Disclosure disclosure;

    Profiles(Facts facts, Finder finder, Disclosure disclosure) {
        this.facts = facts;
        this.finder = finder;
        this.disclosure = disclosure;
    }

    /** Everybody among the subjects, once a group that was merged, by the canonical id. */
    Map<SubjectId, Profile> read(
            Collection<SubjectId> subjects, Reader reader, String purpose, Action action, String detail, Instant now) {
        Map<SubjectId, List<SubjectId>> groups = facts.groups(subjects);
        Map<SubjectId, List<Fact>> standing = new LinkedHashMap<>();
        facts.read(groups).forEach((subject, own) -> standing.put(subject, ofPerson(own.facts())));
        List<Fact> sealed = standing.values().stream().flatMap(List::stream).toList();
        List<Fact> open = disclosure.open(reader, purpose, action, sealed, detail, now);
        Map<SubjectId, String> numbers =
                finder.numbersOf(groups.values().stream().flatMap(List::stream).toList());
        Map<SubjectId, Profile> profiles = new LinkedHashMap<>();
        int at = 0;
        for (Map.Entry<SubjectId, List<Fact>> each : standing.entrySet()) {
            List<Fact> own = open.subList(at, at + each.getValue().size());
            at += own.size();
            Optional<String> number = Objects.requireNonNull(groups.get(each.getKey())).stream()
                    .map(numbers::get)
                    .filter(Objects::nonNull)
                    .findFirst();
            profiles.put(each.getKey(), Profile.of(each.getKey(), own, number));
        }
        return profiles;
    }

    private static List<Fact> ofPerson(List<Fact> all) {
        List<Fact> standing = new ArrayList<>();
        for (StandingFact each : Corrections.standing(all)) {
            if (each.fact().kind().equals(PERSON)) {
                standing.add(each.fact());
            }
        }
        standing.sort(Fact.BY_PRECEDENCE);
        return standing;
    }
}
