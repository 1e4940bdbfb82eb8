package org.bihuan.app.briefing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.app.briefing.domain.Definition;
import org.bihuan.app.briefing.domain.Found;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the queries that a definition names. Thread-safe. */
@Component
class Figures {
    private static final int COUNTY = 3;

    private final Map<String, FigureQuery> queries = new LinkedHashMap<>();

    Figures(List<FigureQuery> queries) {
        queries.forEach(query -> this.queries.put(query.name(), query));
    }

    /** @throws IllegalArgumentException when a figure names a query that there is not */
    void require(Definition definition) {
        definition.lines().stream()
                .filter(line -> !queries.containsKey(line.query()))
                .findFirst()
                .ifPresent(line -> {
                    throw new IllegalArgumentException("the briefing's definition: query \"" + line.query()
                            + "\" of figure " + line.key() + " must be one of " + queries.keySet());
                });
    }

    /** What a line finds; a query that an older briefing names and that is no more finds nothing and says so. */
    Found ask(Definition.Line line, FigureQuery.Ask ask) {
        FigureQuery query = queries.get(line.query());
        return query == null
                ? new Found.Unknown(new Wording("程序已无此项查询", "the program no longer has this query"), List.of())
                : query.ask(ask);
    }

    /** The figure of the whole, and where it is wanted those of the districts, each a part of the same list. */
    static List<Figure> of(Definition.Line line, Found found, DivisionCode division) {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(line.key(), null, found.value(), null, unknown(found)));
        if (line.byCounty() && division.level() < COUNTY && found instanceof Found.Known known) {
            for (DivisionCode county : Divisions.load().list(COUNTY, division)) {
                long value = known.in(county);
                boolean real = !Divisions.load().findName(county).orElse("").equals("市辖区");
                if (real || value > 0) {
                    figures.add(new Figure(line.key(), county, value, null, null));
                }
            }
        }
        return figures;
    }

    private static @Nullable Wording unknown(Found found) {
        return found instanceof Found.Unknown unknown ? unknown.why() : null;
    }
}
