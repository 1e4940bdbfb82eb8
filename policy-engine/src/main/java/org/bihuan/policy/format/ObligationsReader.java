package org.bihuan.policy.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.policy.pack.DutyDefinition;
import org.bihuan.policy.pack.FactFilter;
import org.bihuan.policy.pack.MeasureDefinition;
import org.bihuan.policy.pack.ReleaseDefinition;
import org.bihuan.policy.pack.TestDays;
import org.bihuan.policy.pack.TimePoint;
import org.bihuan.policy.pack.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Reads measures and duties from {@code rules.yaml}. */
final class ObligationsReader {
    private ObligationsReader() {}

    static Map<String, MeasureDefinition> measures(Node node, Vocabulary vocabulary) {
        Map<String, MeasureDefinition> measures = new LinkedHashMap<>();
        node.entries().forEach((key, each) -> {
            each.allow("kind", "from", "until", "release", "clauses");
            measures.put(
                    key,
                    new MeasureDefinition(
                            key,
                            each.get("kind").oneOf(vocabulary.measures().keySet()),
                            RulesReader.point(each.get("from")),
                            RulesReader.findPoint(each.get("until")),
                            release(each.get("release")),
                            each.get("clauses").texts()));
        });
        return measures;
    }

    private static @Nullable ReleaseDefinition release(Node node) {
        if (node.isMissing()) {
            return null;
        }
        node.allow("needs", "refused-by", "clauses");
        List<ReleaseDefinition.RefusalDefinition> refusals = node.get("refused-by").items().stream()
                .map(each -> {
                    each.allow("fact", "where", "known", "at", "known-at", "since", "reason", "zh", "en");
                    return new ReleaseDefinition.RefusalDefinition(
                            RulesReader.filter(each),
                            each.get("since").texts(),
                            each.get("reason").text(),
                            each.wording());
                })
                .toList();
        return new ReleaseDefinition(
                node.get("needs").texts(), refusals, node.get("clauses").texts());
    }

    static Map<String, DutyDefinition> duties(Node node, Vocabulary vocabulary) {
        Map<String, DutyDefinition> duties = new LinkedHashMap<>();
        node.entries().forEach((key, each) -> duties.put(key, duty(key, each, vocabulary)));
        return duties;
    }

    private static DutyDefinition duty(String key, Node node, Vocabulary vocabulary) {
        node.allow("kind", "owner", "evidence", "spacing", "steps", "repeat", "schedule", "clauses", "zh", "en");
        Node evidence = node.get("evidence").allow("fact", "where", "known", "at", "known-at", "pending", "of-episode");
        FactFilter filter = RulesReader.filter(evidence);
        DutyDefinition.Repeat repeat = repeat(node.get("repeat"));
        List<DutyDefinition.Step> steps = node.get("steps").items().stream()
                .map(each -> step(each, repeat))
                .toList();
        TestDays schedule = schedule(node.get("schedule"));
        if (schedule != null) {
            if (!steps.isEmpty() || repeat != null || node.has("spacing")) {
                throw node.get("schedule").error("a duty by schedule has no steps, repetition or spacing of its own");
            }
        } else if (steps.isEmpty() || repeat != null && steps.size() != 1) {
            throw node.get("steps").error("a duty has steps, a repeated one exactly one");
        }
        return new DutyDefinition(
                key,
                node.get("kind").oneOf(vocabulary.duties().keySet()),
                node.get("owner").oneOf(vocabulary.owners().keySet()),
                filter,
                evidence.has("of-episode") && evidence.get("of-episode").truth(),
                node.get("spacing").findText().orElse(null),
                steps,
                repeat,
                schedule,
                node.get("clauses").texts(),
                node.wording());
    }

    /** A repeated step is due at an hour of its day, so it needs no due time of its own. */
    private static DutyDefinition.Step step(Node node, DutyDefinition.@Nullable Repeat repeat) {
        node.allow("opens", "due");
        TimePoint opens = RulesReader.findPoint(node.get("opens"));
        if (repeat == null) {
            return new DutyDefinition.Step(opens, RulesReader.point(node.get("due")));
        }
        if (opens == null || node.has("due")) {
            throw node.error("a repeated step says when it first opens and not when it is due");
        }
        return new DutyDefinition.Step(opens, opens);
    }

    private static DutyDefinition.@Nullable Repeat repeat(Node node) {
        if (node.isMissing()) {
            return null;
        }
        node.allow("per-day", "due", "while-measure");
        return new DutyDefinition.Repeat(
                node.get("per-day").whole(1, 12),
                node.get("due").text(),
                node.get("while-measure").findText().orElse(null));
    }

    /** {@code {days: PARAMETER, from: {at: [...]}, first-day: 1, kind: FIELD, least: {nucleic-acid: PARAMETER}}}. */
    private static @Nullable TestDays schedule(Node node) {
        if (node.isMissing()) {
            return null;
        }
        node.allow("days", "from", "first-day", "kind", "least");
        Map<String, String> least = new LinkedHashMap<>();
        node.get("least").entries().forEach((kind, parameter) -> least.put(kind, parameter.text()));
        if (least.isEmpty()) {
            throw node.get("least").error("names at least one kind of test, the usual one first");
        }
        return new TestDays(
                node.get("days").text(),
                RulesReader.point(node.get("from")),
                node.get("first-day").whole(0, 1),
                node.get("kind").text(),
                least);
    }
}
