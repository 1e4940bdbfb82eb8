package org.bihuan.policy.format;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.policy.level.DeclaredResponses;
import org.bihuan.policy.level.FlaggedSources;
import org.bihuan.policy.level.OwnLevels;

/** Reads response levels and flagged sources. */
final class OwnLevelsReader {
    private OwnLevelsReader() {}

    /**
     * {@code responses: [{region: 370000000000, level: II, from: TIME}]} and {@code sources: [{kind: factory, code:
     * some-factory, places: [410122000000], part: true, from: TIME, to: TIME}]}.
     */
    static OwnLevels read(Node node) {
        List<DeclaredResponses.Declared> responses = new ArrayList<>();
        for (Node each : node.get("responses").items()) {
            each.allow("region", "level", "from");
            responses.add(new DeclaredResponses.Declared(
                    each.get("region").division(),
                    each.get("level").text(),
                    each.get("from").moment()));
        }
        List<FlaggedSources.Flagged> sources = new ArrayList<>();
        node.get("sources").items().forEach(each -> add(each, sources));
        return new OwnLevels(new DeclaredResponses(responses), new FlaggedSources(sources));
    }

    private static void add(Node node, List<FlaggedSources.Flagged> sources) {
        node.allow("kind", "code", "places", "part", "from", "to");
        if (node.get("places").items().isEmpty()) {
            throw node.get("places").error("must name where the source lies");
        }
        for (Node place : node.get("places").items()) {
            FlaggedSources.Flagged source = new FlaggedSources.Flagged(
                    node.get("kind").text(),
                    node.get("code").findText().orElse(null),
                    place.division(),
                    node.has("part") && node.get("part").truth(),
                    node.get("from").moment(),
                    node.has("to") ? node.get("to").moment() : null);
            if (source.to() != null && !source.to().isAfter(source.from())) {
                throw node.get("to").error("must come after from");
            }
            sources.add(source);
        }
    }
}
