package org.bihuan.app.destruction.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bihuan.app.destruction.Scope;
import org.bihuan.app.site.Page;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.pack.Wording;

/** The kinds of fact that an outbreak can be told by, with their names: nobody has to know ids. */
public record KindNames(Map<String, Wording> kinds) {
    /** One that can be ticked. */
    public record Choice(String id, String text, boolean isChosen) {}

    static KindNames of(FactCatalogue catalogue) {
        Map<String, Wording> kinds = new LinkedHashMap<>();
        catalogue.kinds().forEach((id, kind) -> kinds.put(id, kind.wording()));
        return new KindNames(kinds);
    }

    /** All of them by name, those ticked before still ticked. */
    public List<Choice> choices(Map<String, String> typed, Page page) {
        return kinds.keySet().stream()
                .map(id -> new Choice(id, name(id, page), typed.containsKey(ScopeFields.KIND + id)))
                .sorted(Comparator.comparing((Choice each) -> !each.isChosen()).thenComparing(Choice::text))
                .toList();
    }

    /** Whose data, in the reader's words; names nobody. */
    public String text(Scope scope, Page page) {
        return switch (scope) {
            case Scope.Person person -> person.subject().id();
            case Scope.Outbreak outbreak ->
                page.list(outbreak.kinds().stream()
                                .map(id -> name(id, page))
                                .sorted()
                                .collect(Collectors.toList()))
                        + " · " + page.place(outbreak.division()) + " · "
                        + page.text("destruction.until", page.exactly(outbreak.before()));
        };
    }

    private String name(String id, Page page) {
        Wording wording = kinds.get(id);
        return wording == null ? id : page.isChinese() ? wording.zh() : wording.en();
    }
}
