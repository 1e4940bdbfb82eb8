package org.bihuan.app.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.Machine;
import org.bihuan.app.duties.TestPacks;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.rules.Versions;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Difference;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.PackFiles;
import org.bihuan.policy.format.RawFact;
import org.bihuan.policy.format.SharedFiles;
import org.bihuan.policy.population.Population;
import org.bihuan.policy.scenario.Scenarios;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who hears what a change makes others signal stands in the same preview: as a twin finds that decides everybody twice. */
@Tag("database")
@SuppressWarnings("NullAway") // what a query of a test returns is never null
class PreviewSignalsTest {
    private static final String SCHOOL = "norovirus-school";
    private static final Instant NOW = Instant.parse("2020-07-27T04:00:00Z");

    @RegisterExtension
    final Machine machine = new Machine(SCHOOL);

    @TempDir
    Path folder;

    private final List<RawFact> facts = new ArrayList<>();

    private void add(String kind, Map<String, Object> payload, String... subjects) {
        List<FactSubject> about = new ArrayList<>();
        for (String each : subjects) {
            SubjectId subject = SubjectId.parse(each);
            about.add(new FactSubject(subject.type(), subject));
        }
        facts.add(new RawFact(
                "test", "k" + facts.size(), kind, 1, null, null, 0, 0, null, about, "210302000000", payload));
    }

    /** Two schools of three classes, each with its room, and pupils of whom some fall ill. */
    private void register(Random random) {
        for (int i = 0; i < 6; i++) {
            String inClass = "class:c" + i;
            String school = "school:s" + i / 3;
            add("unit", Map.of("since", "2020-05-01T00:00+08:00", "type", "class"), inClass, school);
            add("unit", Map.of("since", "2020-05-01T00:00+08:00", "type", "classroom"), "premises:r" + i, inClass);
            for (int pupil = 0; pupil < 6; pupil++) {
                String person = "person:p" + i + "-" + pupil;
                add("enrolment", Map.of("since", "2020-05-01T00:00+08:00", "role", "pupil"), person, inClass, school);
                if (random.nextInt(2 + i % 3) == 0) {
                    String onset = "2020-07-" + (24 + random.nextInt(3)) + "T0" + (1 + random.nextInt(8)) + ":00+08:00";
                    add("illness", Map.of("onsetAt", onset, "notedAt", onset), person, inClass, school);
                }
            }
        }
        Asking.asMachine(() -> machine.bean(Facts.class)
                .append(facts, machine.bean(Rules.class).reader(), machine.now()));
        machine.settle();
    }

    private Map<SubjectId, Decision> decided(PackPolicy policy) {
        List<Fact> read = facts.stream()
                .map(each -> machine.bean(Rules.class).reader().read(each, NOW).fact())
                .toList();
        Map<SubjectId, Decision> byBody = new HashMap<>();
        Population.decide(read, List.of(policy), NOW, Scenarios.HORIZON)
                .forEach(each -> byBody.put(each.subject(), each));
        return byBody;
    }

    private Map<String, Effect> twin(PackPolicy before, PackPolicy after) {
        Map<SubjectId, Decision> old = decided(before);
        Map<String, Effect> effects = new TreeMap<>();
        decided(after).forEach((subject, fresh) -> {
            Difference difference =
                    Difference.of(old.get(subject), fresh, after.pack().vocabulary());
            if (difference.isChange()) {
                effects.put(subject.toString(), Effect.of(difference));
            }
        });
        return effects;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void thePreviewNamesExactlyThoseWhomTheTwinFinds(long byDefault) {
        long seed = Long.getLong("bihuan.seed", byDefault);
        System.out.println("signals of a preview: replay with -Dbihuan.seed=" + seed);
        machine.at(NOW);
        machine.settle();
        register(new Random(seed));
        Path draft = TestPacks.sensitiveSchool(folder.resolve("draft"));
        TestPacks.replace(draft, "pack.yaml", "transition: review", "transition: recompute");
        String hash = machine.bean(Versions.class)
                .draft(PackFiles.ofFolder(draft), SharedFiles.filesOf(TestPacks.home()), NOW, "drafter", "")
                .hash();
        UUID id = UUID.randomUUID();
        machine.bean(Proposals.class).activation(id, hash, NOW, "新版", "author");
        Asking.asMachine(() -> machine.bean(OrdersWork.class).run());
        Rules rules = machine.bean(Rules.class);
        Map<String, Effect> expected = twin(rules.current(NOW).getFirst(), rules.candidate(hash, NOW));
        Map<String, Effect> shown = new LinkedHashMap<>();
        Asking.asMachine(() -> machine.bean(Previews.class).people(id, null, "", 500))
                .forEach(each -> shown.put(each.subject().toString(), each.effect()));
        assertThat(shown).as("seed %s", seed).containsExactlyInAnyOrderEntriesOf(expected);
        assertThat(shown.keySet())
                .as("rooms and pupils hear of it")
                .anyMatch(each -> each.startsWith("premises:"))
                .anyMatch(each -> each.startsWith("class:"));
    }
}
