package org.bihuan.places;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;

/** Looks at every division for every question: the obvious twin of the search. Takes the query as it was understood. */
final class SlowSearch {
    private SlowSearch() {}

    static List<Hit> search(Divisions divisions, Query query, int limit) {
        List<Hit> hits = new ArrayList<>();
        for (int level = 1; level <= 5; level++) {
            for (DivisionCode code : divisions.list(level)) {
                String name = divisions.findName(code).orElseThrow();
                if (code.level() == level && !DivisionNames.isPlaceholder(name) && fits(divisions, query, code, name)) {
                    hits.add(new Hit(PlaceId.of(code), level, quality(query, code, name), name, false));
                }
            }
        }
        return hits.stream().sorted().limit(limit).toList();
    }

    private static boolean fits(Divisions divisions, Query query, DivisionCode code, String name) {
        if (!name.contains(query.own()) || !query.hasCode(code.value())) {
            return false;
        }
        List<String> names = code.selfAndAncestors().stream()
                .map(each -> divisions.findName(each).orElse(""))
                .toList();
        return query.around().stream().allMatch(word -> names.stream().anyMatch(each -> each.contains(word)));
    }

    private static int quality(Query query, DivisionCode code, String name) {
        if (query.own().isEmpty()) {
            return code.value() == query.firstCode() ? 0 : 2;
        }
        if (!name.startsWith(query.own())) {
            return 2;
        }
        String rest = name.substring(query.own().length());
        return rest.isEmpty() || List.of("省", "市", "区", "县", "镇", "乡", "村").contains(rest) ? 0 : 1;
    }
}
