package org.bihuan.policy.format;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.policy.pack.Vocabulary;
import org.bihuan.policy.pack.Vocabulary.MeasureKind;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/** Reads {@code vocabulary.yaml}. */
final class VocabularyReader {
    private VocabularyReader() {}

    static Vocabulary read(Node root) {
        root.allow("format", "strata", "axes", "disease-classes", "measures", "duties", "owners", "review");
        Map<String, Integer> strata = new LinkedHashMap<>();
        root.get("strata").entries().forEach((type, node) -> strata.put(type, node.whole(0, 100)));
        Map<String, Set<String>> powers = new LinkedHashMap<>();
        root.get("disease-classes").entries().forEach((name, node) -> {
            node.allow("zh", "en", "powers");
            powers.put(name, Set.copyOf(node.get("powers").texts()));
        });
        Map<String, Wording> axes = wordings(root.get("axes"));
        Map<String, MeasureKind> measures = new LinkedHashMap<>();
        root.get("measures").entries().forEach((name, node) -> {
            node.allow("axis", "rank", "needs", "restricts", "zh", "en");
            measures.put(
                    name,
                    new MeasureKind(
                            name,
                            node.get("axis").oneOf(axes.keySet()),
                            node.get("rank").whole(0, 1_000),
                            node.get("needs").oneOf(all(powers.values())),
                            node.get("restricts").truth(),
                            node.wording()));
        });
        Map<String, Wording> duties = wordings(root.get("duties"));
        Map<String, Wording> owners = wordings(root.get("owners"));
        return new Vocabulary(
                strata, axes, measures, duties, owners, powers, review(root.get("review"), duties, owners));
    }

    private static Vocabulary.@Nullable Review review(
            Node node, Map<String, Wording> duties, Map<String, Wording> owners) {
        if (node.isMissing()) {
            return null;
        }
        node.allow("duty", "owner", "hours", "zh", "en");
        return new Vocabulary.Review(
                node.get("duty").oneOf(duties.keySet()),
                node.get("owner").oneOf(owners.keySet()),
                node.get("hours").whole(1, 10_000),
                node.wording());
    }

    /** Every power that some class gives: a power that none gives is a slip of the pen. */
    private static Set<String> all(Collection<Set<String>> powers) {
        return powers.stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    private static Map<String, Wording> wordings(Node node) {
        Map<String, Wording> wordings = new LinkedHashMap<>();
        node.entries()
                .forEach((name, each) ->
                        wordings.put(name, each.allow("zh", "en").wording()));
        return wordings;
    }
}
