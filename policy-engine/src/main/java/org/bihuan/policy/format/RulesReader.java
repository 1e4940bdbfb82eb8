package org.bihuan.policy.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.policy.pack.CountDefinition;
import org.bihuan.policy.pack.EpisodeDefinition;
import org.bihuan.policy.pack.FactFilter;
import org.bihuan.policy.pack.FeatureDefinition;
import org.bihuan.policy.pack.OutcomeDefinition;
import org.bihuan.policy.pack.SignalDefinition;
import org.bihuan.policy.pack.TimePoint;
import org.bihuan.policy.pack.Unit;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/** Reads episodes, features, signals and outcomes from {@code rules.yaml}. */
final class RulesReader {
    private RulesReader() {}

    static Map<String, EpisodeDefinition> episodes(Node node) {
        Map<String, EpisodeDefinition> episodes = new LinkedHashMap<>();
        node.entries().forEach((name, each) -> episodes.put(name, episode(name, each)));
        return episodes;
    }

    private static EpisodeDefinition episode(String name, Node node) {
        node.allow(
                "subject", "folds", "anchor", "window", "division", "counts", "at-least", "quiet", "signal", "values");
        String subject = node.get("subject").text();
        if (node.has("folds")) {
            return new EpisodeDefinition.Folded(
                    name,
                    subject,
                    Set.copyOf(node.get("folds").texts()),
                    node.get("anchor").text(),
                    node.get("window").text(),
                    node.get("division").findText().orElse(null));
        }
        if (node.has("counts")) {
            return new EpisodeDefinition.Counted(
                    name,
                    subject,
                    count(node.get("counts")),
                    node.get("at-least").text(),
                    node.get("quiet").text());
        }
        if (node.has("signal")) {
            return new EpisodeDefinition.Signalled(
                    name,
                    subject,
                    node.get("signal").text(),
                    Set.copyOf(node.get("values").texts()));
        }
        throw node.error("an episode folds facts, counts them, or follows a signal");
    }

    private static CountDefinition count(Node node) {
        node.allow("fact", "where", "known", "at", "known-at", "pending", "distinct-by", "window");
        return new CountDefinition(
                filter(node),
                node.get("distinct-by").findText().orElse(null),
                node.get("window").text());
    }

    /** The filter part of a mapping that may hold more keys. */
    static FactFilter filter(Node node) {
        Map<String, Set<String>> where = new HashMap<>();
        node.get("where").entries().forEach((field, values) -> where.put(field, new LinkedHashSet<>(values.texts())));
        return new FactFilter(
                node.get("fact").text(),
                where,
                new LinkedHashSet<>(node.get("known").texts()),
                node.get("at").text(),
                node.get("known-at").findText().orElse(null),
                node.get("pending").findText().orElse(null));
    }

    static Map<String, FeatureDefinition> features(Node node) {
        Map<String, FeatureDefinition> features = new LinkedHashMap<>();
        node.entries().forEach((name, each) -> features.put(name, feature(name, each, features)));
        return features;
    }

    private static FeatureDefinition feature(String name, Node node, Map<String, FeatureDefinition> above) {
        node.allow(
                "field",
                "number",
                "known",
                "within",
                "latest",
                "span",
                "age",
                "count",
                "level",
                "first",
                "ratio",
                "signal",
                "strongest-first");
        if (node.entries().size() != (node.has("signal") ? 2 : 1)) {
            throw node.error("a feature has exactly one kind");
        }
        if (node.has("field")) {
            return new FeatureDefinition.FieldText(name, node.get("field").text());
        }
        if (node.has("number")) {
            return new FeatureDefinition.FieldNumber(name, node.get("number").text());
        }
        if (node.has("known")) {
            return new FeatureDefinition.FieldKnown(name, node.get("known").text());
        }
        if (node.has("within")) {
            Node within = node.get("within").allow("field", "divisions");
            return new FeatureDefinition.DivisionWithin(
                    name, within.get("field").text(), within.get("divisions").text());
        }
        if (node.has("latest")) {
            Node latest =
                    node.get("latest").allow("fact", "where", "known", "at", "known-at", "before", "at-most", "pick");
            return new FeatureDefinition.LatestFact(
                    name,
                    filter(latest),
                    latest.get("before").texts(),
                    latest.get("at-most").findText().orElse(null),
                    latest.get("pick").text());
        }
        if (node.has("span")) {
            Node span = node.get("span").allow("from", "to", "unit");
            return new FeatureDefinition.Span(
                    name, names(span.get("from")), names(span.get("to")), timeUnit(span.get("unit")));
        }
        if (node.has("age")) {
            Node age = node.get("age").allow("since", "unit");
            return new FeatureDefinition.Age(name, names(age.get("since")), timeUnit(age.get("unit")));
        }
        if (node.has("level")) {
            return new FeatureDefinition.PlaceLevel(name, LevelReader.level(node.get("level")));
        }
        if (node.has("ratio")) {
            Node ratio = node.get("ratio").allow("of", "per", "times");
            return new FeatureDefinition.Ratio(
                    name,
                    ratio.get("of").text(),
                    ratio.get("per").text(),
                    ratio.get("times").text());
        }
        if (node.has("first")) {
            return new FeatureDefinition.First(name, LevelReader.above(node.get("first"), above));
        }
        if (node.has("count")) {
            return new FeatureDefinition.Count(name, count(node.get("count")));
        }
        return new FeatureDefinition.SignalValue(
                name, node.get("signal").text(), node.get("strongest-first").texts());
    }

    /** One name or a list of names. */
    static List<String> names(Node node) {
        try {
            return List.of(node.text());
        } catch (PackFormatException e) {
            return node.texts();
        }
    }

    private static Unit timeUnit(Node node) {
        Unit unit = Unit.find(node.text()).orElse(Unit.COUNT);
        return switch (unit) {
            case HOURS, DAYS, CIVIL_DAYS, YEARS -> unit;
            case COUNT, DIVISIONS, TEST_SCHEDULE ->
                throw node.error("must be hours, days, civil-days or years, got " + node.text());
        };
    }

    static Map<String, SignalDefinition> signals(Node node) {
        Map<String, SignalDefinition> signals = new LinkedHashMap<>();
        node.entries().forEach((name, each) -> {
            each.allow("from", "to", "via");
            signals.put(
                    name,
                    new SignalDefinition(
                            name,
                            each.get("from").text(),
                            each.get("to").text(),
                            each.get("via").text()));
        });
        return signals;
    }

    static Map<String, OutcomeDefinition> outcomes(Node node) {
        Map<String, OutcomeDefinition> outcomes = new LinkedHashMap<>();
        node.entries().forEach((name, each) -> outcomes.put(name, outcome(name, each)));
        return outcomes;
    }

    private static OutcomeDefinition outcome(String name, Node node) {
        node.allow("measures", "duties", "signals", "refuse", "zh", "en");
        Map<String, String> signals = new LinkedHashMap<>();
        node.get("signals").entries().forEach((signal, value) -> signals.put(signal, value.text()));
        Node refuse = node.get("refuse");
        OutcomeDefinition.FieldRefusal refusal = refuse.isMissing()
                ? null
                : new OutcomeDefinition.FieldRefusal(
                        refuse.allow("field", "zh", "en").get("field").text(), refuse.wording());
        Wording wording = refusal == null ? node.wording() : refusal.wording();
        return new OutcomeDefinition(
                name, node.get("measures").texts(), node.get("duties").texts(), signals, refusal, wording);
    }

    /** A moment, or null when the node is missing. */
    static @Nullable TimePoint findPoint(Node node) {
        if (node.isMissing()) {
            return null;
        }
        node.allow("at", "plus", "minus");
        if (node.has("plus") && node.has("minus")) {
            throw node.error("a moment moves forward or back, not both");
        }
        List<String> anchors = new ArrayList<>(node.get("at").texts());
        if (anchors.isEmpty()) {
            throw node.error("needs at least one anchor under 'at'");
        }
        return new TimePoint(
                anchors,
                node.get("plus")
                        .findText()
                        .or(() -> node.get("minus").findText())
                        .orElse(null),
                node.has("minus"));
    }

    static TimePoint point(Node node) {
        TimePoint point = findPoint(node);
        if (point == null) {
            throw node.error("is required");
        }
        return point;
    }
}
