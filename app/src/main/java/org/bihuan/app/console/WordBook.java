package org.bihuan.app.console;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.bihuan.app.audit.Action;
import org.bihuan.app.facts.Disclosure;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.facts.SubjectFacts;
import org.bihuan.app.identity.WhoReads;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Finds the names of things and subjects. Thread-safe. */
@Component
class WordBook {
    private static final String NAME = "name";

    private final Rules rules;
    private final Facts facts;
    private final Disclosure disclosure;
    private final Clock clock;
    private final MessageSource messages;

    WordBook(Rules rules, Facts facts, Disclosure disclosure, Clock clock, MessageSource messages) {
        this.disclosure = disclosure;
        this.clock = clock;
        this.rules = rules;
        this.facts = facts;
        this.messages = messages;
    }

    Words in(Locale locale) {
        return new Words(rules.active(), rules.catalogue(), messages, locale);
    }

    /**
     * The names of subjects; whoever has none is called by the id. Who reads them is written down.
     *
     * @param purpose what for: a word that the page of reading knows
     */
    Map<SubjectId, String> names(Collection<SubjectId> subjects, String purpose) {
        return names(subjects, purpose, Action.LIST);
    }

    /** The same for something other than a list to look at. */
    Map<SubjectId, String> names(Collection<SubjectId> subjects, String purpose, Action action) {
        return names(facts(subjects), purpose, action);
    }

    /** The facts that names are found in; what tells who somebody is is sealed in them. */
    Map<SubjectId, SubjectFacts> facts(Collection<SubjectId> subjects) {
        return facts.read(facts.groups(subjects.stream().distinct().toList()));
    }

    /** The same of subjects whose facts have been read for something else too. */
    Map<SubjectId, String> names(Map<SubjectId, SubjectFacts> read, String purpose, Action action) {
        Map<SubjectId, String> names = new HashMap<>();
        Map<SubjectId, Fact> naming = new LinkedHashMap<>();
        read.forEach((subject, own) -> {
            names.put(subject, subject.id());
            for (StandingFact standing : Corrections.standing(own.facts())) {
                if (standing.fact().text(NAME) != null
                        && own.aliases().stream().anyMatch(standing.fact()::isAbout)
                        && standing.fact().subjects().size() == 1) {
                    naming.put(subject, standing.fact());
                }
            }
        });
        Iterator<Fact> open = disclosure
                .open(WhoReads.now(), purpose, action, naming.values(), "", clock.instant())
                .iterator();
        for (SubjectId subject : naming.keySet()) {
            String name = open.next().text(NAME);
            if (name != null) {
                names.put(subject, name);
            }
        }
        for (SubjectId subject : read.keySet()) {
            if (subject.type().equals("region")) {
                DivisionCode.parse(subject.id())
                        .flatMap(Divisions.load()::findName)
                        .ifPresent(name -> names.put(subject, name));
            }
        }
        return names;
    }
}
