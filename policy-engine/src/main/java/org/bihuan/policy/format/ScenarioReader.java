package org.bihuan.policy.format;

import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.ParameterSetting;
import org.bihuan.policy.scenario.Scenario;

/** Reads the scenarios of a pack from {@code scenarios/*.yaml}. */
public final class ScenarioReader {
    private final LoadedPack loaded;
    private final SharedFiles shared;
    private final FactReader facts;

    /** Reads scenarios of the pack; divisions are taken as they are. */
    public ScenarioReader(LoadedPack loaded, SharedFiles shared) {
        this.loaded = loaded;
        this.shared = shared;
        this.facts = new FactReader(loaded.catalogue(), division -> true);
    }

    /** Every scenario of the pack, files and entries in order. */
    public List<Scenario> read() {
        List<Scenario> scenarios = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (String path : loaded.files().list("scenarios/", ".yaml")) {
            Node root = loaded.files().yaml(path);
            root.allow("format", "scenarios");
            for (Node node : root.get("scenarios").items()) {
                Scenario scenario = scenario(node);
                if (!ids.add(scenario.id())) {
                    throw node.error("two scenarios are called " + scenario.id());
                }
                scenarios.add(scenario);
            }
        }
        return scenarios;
    }

    private Scenario scenario(Node node) {
        node.allow("id", "clauses", "zh", "en", "given", "at", "then");
        Instant at = node.get("at").moment();
        Node given = node.get("given").allow("ledger", "facts", "set");
        List<Fact> all = new ArrayList<>();
        if (given.has("ledger")) {
            all.addAll(ledger(given.get("ledger"), at));
        }
        int number = 0;
        for (Node fact : given.get("facts").items()) {
            all.add(fact(fact, ++number, at));
        }
        List<ParameterSetting> settings = given.get("set").items().stream()
                .map(each -> SettingText.read(each.text(), loaded.pack(), at))
                .toList();
        Map<SubjectId, List<String>> then = new LinkedHashMap<>();
        node.get("then").entries().forEach((subject, lines) -> then.put(SubjectId.parse(subject), lines.texts()));
        if (then.isEmpty()) {
            throw node.error("a scenario expects something of at least one subject");
        }
        return new Scenario(
                node.get("id").text(), node.get("clauses").texts(), node.wording(), all, settings, at, then);
    }

    private List<Fact> ledger(Node node, Instant at) {
        Ledger ledger = new Ledger(new StringReader(node.text()), shared.columns());
        LedgerFacts reader = new LedgerFacts(shared.columns(), loaded.catalogue(), facts, "scenario");
        List<Fact> all = new ArrayList<>();
        while (ledger.hasNext()) {
            LedgerFacts.Result result = reader.read(ledger.next(), at);
            if (!result.errors().isEmpty()) {
                throw node.error(result.errors().getFirst().en());
            }
            all.addAll(result.facts());
        }
        return all;
    }

    /**
     * {@code {kind: illness, about: [person:a, class:c1], key: k1, corrects: k0, onsetAt: ...}}; a field that has the name
     * of one of the form's own words stands under {@code fields}: {@code fields: {kind: stool}}.
     */
    private Fact fact(Node node, int number, Instant at) {
        Map<String, Object> payload = new LinkedHashMap<>();
        node.entries().forEach((name, value) -> {
            if (!Set.of("kind", "about", "key", "corrects", "division", "trust", "stated", "fields")
                    .contains(name)) {
                payload.put(name, value.text());
            }
        });
        node.get("fields").entries().forEach((name, value) -> payload.put(name, value.text()));
        List<FactSubject> subjects = node.get("about").texts().stream()
                .map(SubjectId::parse)
                .map(subject -> new FactSubject(subject.type(), subject))
                .toList();
        String kind = node.get("kind").text();
        RawFact raw = new RawFact(
                "scenario",
                node.get("key").findText().orElse("fact-" + number),
                kind,
                1,
                null,
                node.get("stated").findText().orElse(null),
                number,
                node.has("trust") ? node.get("trust").whole(0, 1_000) : 0,
                node.get("corrects").findText().orElse(null),
                subjects,
                node.get("division").findText().orElse(null),
                payload);
        FactReader.Result result = facts.read(raw, at);
        Fact fact = result.fact();
        if (fact == null) {
            throw node.error(result.errors().getFirst().en());
        }
        return fact;
    }
}
