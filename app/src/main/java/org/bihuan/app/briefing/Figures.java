package org.bihuan.app.briefing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.app.briefing.domain.Definition;
import org.bihuan.policy.pack.Wording;
import org.springframework.stereotype.Component;

/** Asks the queries that a definition names. Thread-safe. */
@Component
class Figures {
    private static final Duration DAY = Duration.ofDays(1);

    private final Map<String, FigureQuery> queries = new LinkedHashMap<>();

    Figures(List<FigureQuery> queries) {
        queries.forEach(query -> this.queries.put(query.name(), query));
    }

    /** @throws IllegalArgumentException when a figure names a query that there is not, or parameters that it has not */
    void require(Definition definition) {
        definition.lines().stream()
                .filter(line -> !queries.containsKey(line.query()))
                .findFirst()
                .ifPresent(line -> {
                    throw new IllegalArgumentException("the briefing's definition: query \"" + line.query()
                            + "\" of figure " + line.key() + " must be one of " + queries.keySet());
                });
        definition
                .lines()
                .forEach(line ->
                        Objects.requireNonNull(queries.get(line.query())).require(line.with()));
    }

    /**
     * What a line finds for a briefing and others of its moment that lie in its division; a query that an older briefing
     * names and that is no more finds nothing and says so.
     *
     * @param sums takes what is found, for each headquarters
     */
    void ask(Definition.Line line, Briefing widest, List<FigureSum> sums) {
        FigureQuery query = queries.get(line.query());
        if (query == null) {
            Wording gone = new Wording("程序已无此项查询", "the program no longer has this query");
            sums.forEach(sum -> sum.unknown(gone));
        } else {
            query.ask(
                    new FigureQuery.Ask(
                            line.with(), widest.division(), widest.cutOff().minus(DAY), widest.cutOff()),
                    sums);
        }
    }
}
