package org.bihuan.policy.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bihuan.policy.pack.FeatureDefinition;
import org.bihuan.policy.pack.LevelDefinition;

/** Reads which level a feature looks at, and features that choose among others. */
final class LevelReader {
    private LevelReader() {}

    /**
     * {@code {of: origin, series: national, scheme: county-2020, at: [arrivedAt], words: {high: high}, otherwise:
     * originRisk}}; {@code at: decision} is the moment of the decision, {@code since} with or without {@code during} stands
     * instead of {@code at}.
     */
    static LevelDefinition level(Node node) {
        node.allow("of", "series", "scheme", "at", "since", "during", "words", "otherwise");
        if (node.has("at") == node.has("since")) {
            throw node.error(
                    "a level is read 'at' a moment, or the strictest 'since' one: give exactly one of the two");
        }
        if (node.has("during") && !node.has("since")) {
            throw node.get("during").error("only goes with 'since'");
        }
        List<LevelDefinition.Word> words = new ArrayList<>();
        node.get("words").entries().forEach((level, word) -> words.add(new LevelDefinition.Word(level, word.text())));
        if (words.isEmpty()) {
            throw node.get("words").error("must name the levels of the scheme, the strictest first");
        }
        List<String> at = node.has("at") ? RulesReader.names(node.get("at")) : List.of();
        if (at.size() > 1 && at.contains(LevelDefinition.DECISION)) {
            throw node.get("at").error("the decision's own moment is always known, so it stands alone");
        }
        return new LevelDefinition(
                node.get("of").text(),
                node.get("series").text(),
                node.get("scheme").text(),
                at,
                node.has("since") ? RulesReader.names(node.get("since")) : List.of(),
                node.get("during").findText().orElse(null),
                words,
                node.get("otherwise").findText().orElse(null));
    }

    /** {@code [listed_source, origin_source]}: features that stand further up. */
    static List<FeatureDefinition> above(Node node, Map<String, FeatureDefinition> above) {
        List<FeatureDefinition> found = new ArrayList<>();
        for (Node each : node.items()) {
            FeatureDefinition feature = above.get(each.text());
            if (feature == null) {
                throw each.error("no feature " + each.text() + " stands above this one");
            }
            found.add(feature);
        }
        return found;
    }
}
