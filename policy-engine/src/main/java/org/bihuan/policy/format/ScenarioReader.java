package org.bihuan.policy.format;

import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.ParameterSetting;
import org.bihuan.policy.population.Population;
import org.bihuan.policy.scenario.Scenario;
import org.bihuan.policy.scenario.Scenarios;

/** Reads the scenarios of a pack from {@code scenarios/*.yaml}. */
public final class ScenarioReader {
    private static final Set<String> ENVELOPE =
            Set.of("kind", "about", "key", "corrects", "division", "trust", "stated", "fields");

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
        Node given = node.get("given").allow("ledger", "facts", "lists", "responses", "sources", "set");
        List<ParameterSetting> settings =
                given.get("set").items().stream().map(each -> setting(each, at)).toList();
        PackPolicy policy = PackPolicy.of(loaded.pack(), settings, "scenario")
                .withLevels(ListsReader.levels(given).known());
        List<Fact> all = new ArrayList<>();
        if (given.has("ledger")) {
            all.addAll(ledger(given.get("ledger"), policy, at));
        }
        for (Node fact : given.get("facts").items()) {
            all.add(fact(fact, all, policy, at));
        }
        Map<SubjectId, List<String>> then = new LinkedHashMap<>();
        node.get("then").entries().forEach((subject, lines) -> then.put(lines.subject(subject), lines.texts()));
        if (then.isEmpty()) {
            throw node.error("a scenario expects something of at least one subject");
        }
        return new Scenario(
                node.get("id").text(),
                node.get("clauses").texts(),
                node.wording(),
                all,
                settings,
                policy.levels(),
                at,
                then);
    }

    /** As on the command line, but the error names the scenario. */
    private ParameterSetting setting(Node node, Instant at) {
        try {
            return SettingText.read(node.text(), loaded.pack(), at);
        } catch (PackFormatException e) {
            throw node.error(node.text() + " " + e.rule());
        }
    }

    private Map<String, List<Ledger.Row>> rows(Node node) {
        Map<String, List<Ledger.Row>> persons = new LinkedHashMap<>();
        try {
            Ledger ledger = new Ledger(new StringReader(node.text()), shared.columns());
            while (ledger.hasNext()) {
                Ledger.Row row = ledger.next();
                persons.computeIfAbsent(row.cell(shared.columns().subjectColumn()), id -> new ArrayList<>())
                        .add(row);
            }
        } catch (PackFormatException e) {
            throw node.error(e.rule());
        }
        if (persons.containsKey("")) {
            throw node.error("every row needs a " + shared.columns().subjectColumn());
        }
        return persons;
    }

    private List<Fact> ledger(Node node, PackPolicy policy, Instant at) {
        LedgerPerson reader = new LedgerPerson(
                shared.columns(),
                new LedgerFacts(shared.columns(), loaded.catalogue(), facts, "scenario"),
                List.of(policy));
        List<Fact> all = new ArrayList<>();
        rows(node).forEach((person, rows) -> {
            LedgerFacts.Result result =
                    reader.read(new SubjectId(shared.columns().subjectType(), person), rows, at);
            if (!result.errors().isEmpty()) {
                throw node.error(result.errors().getFirst().en());
            }
            all.addAll(result.facts());
        });
        return all;
    }

    /**
     * {@code {kind: illness, about: [person:a, class:c1], key: k1, corrects: k0, onsetAt: ...}}; what people do about a
     * duty names it as {@code duty: release-test/1}, a duty that the facts before it raise on the same subject. Fields
     * whose names the envelope needs, such as a test's {@code kind}, go under {@code fields}.
     */
    private Fact fact(Node node, List<Fact> before, PackPolicy policy, Instant at) {
        List<FactSubject> subjects = node.get("about").items().stream()
                .map(Node::subject)
                .map(subject -> new FactSubject(subject.type(), subject))
                .toList();
        Map<String, Object> payload = new LinkedHashMap<>();
        node.entries().forEach((name, value) -> {
            if (name.equals("duty") && !subjects.isEmpty()) {
                payload.put(name, duty(value, subjects.getFirst().subject(), before, policy, at));
            } else if (!ENVELOPE.contains(name)) {
                payload.put(name, value.text());
            }
        });
        node.get("fields").entries().forEach((name, value) -> payload.put(name, value.text()));
        RawFact raw = new RawFact(
                "scenario",
                node.get("key").findText().orElse("fact-" + (before.size() + 1)),
                node.get("kind").text(),
                1,
                null,
                node.get("stated").findText().orElse(null),
                before.size() + 1,
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
        return facts.seen(fact);
    }

    private String duty(Node node, SubjectId subject, List<Fact> before, PackPolicy policy, Instant at) {
        List<Duty> found = Population.decide(before, List.of(policy), at, Scenarios.HORIZON).stream()
                .filter(decision -> decision.subject().equals(subject))
                .flatMap(decision -> decision.duties().stream())
                .filter(duty -> (duty.obligation() + "/" + duty.step()).equals(node.text()))
                .toList();
        if (found.size() != 1) {
            throw node.error(subject + " has " + found.size() + " duties " + node.text() + ", must be one");
        }
        return found.getFirst().id().toString();
    }
}
