package org.bihuan.app.console;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.fact.Corrections;
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
    private final MessageSource messages;

    WordBook(Rules rules, Facts facts, MessageSource messages) {
        this.rules = rules;
        this.facts = facts;
        this.messages = messages;
    }

    Words in(Locale locale) {
        return new Words(rules.active(), rules.catalogue(), messages, locale);
    }

    /** The names of subjects; whoever has none is called by the id. */
    Map<SubjectId, String> names(Collection<SubjectId> subjects) {
        Map<SubjectId, String> names = new HashMap<>();
        List<SubjectId> asked = subjects.stream().distinct().toList();
        facts.read(facts.groups(asked)).forEach((subject, own) -> {
            String name = subject.id();
            for (StandingFact standing : Corrections.standing(own.facts())) {
                String text = standing.fact().text(NAME);
                if (text != null
                        && standing.fact().isAbout(subject)
                        && standing.fact().subjects().size() == 1) {
                    name = text;
                }
            }
            names.put(subject, name);
        });
        for (SubjectId subject : asked) {
            if (subject.type().equals("region")) {
                DivisionCode.parse(subject.id())
                        .flatMap(Divisions.load()::findName)
                        .ifPresent(name -> names.put(subject, name));
            }
        }
        return names;
    }
}
