package org.bihuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.bihuan.policy.ShippedPacks;
import org.bihuan.policy.decide.BoundPack;
import org.bihuan.policy.format.LoadedPack;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterDefinition;
import org.bihuan.policy.pack.ParameterValue;
import org.bihuan.policy.pack.TableUse;
import org.bihuan.policy.pack.Unit;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every table of every shipped pack, found and not listed, asked three ways: compiled, the slow twin, Apache KIE. Inputs
 * are all words with all numbers that cells or parameters name, the number just below and the number just above; of a
 * table with too many such inputs as many at random. Once under the pack's own values, then under random ones.
 */
final class ShippedTablesTest {
    /** Inputs a table is asked at most under one set of values, times {@code -Dbihuan.rounds}. */
    private static final int MOST = Seeds.rounds(2_000);

    private static final int RANDOM_VALUES = 3;

    @TestFactory
    Stream<DynamicContainer> everyTableAnswersAsInKie() {
        SplittableRandom random = Seeds.random("shipped tables");
        return ShippedPacks.all().stream()
                .map(loaded -> dynamicContainer(
                        loaded.pack().id(),
                        loaded.pack().tables().stream()
                                .map(table -> dynamicTest(
                                        table.key(), () -> requireAgreement(loaded.pack(), table, random.split())))));
    }

    @Test
    void noTableOfAPackIsLeftOut() throws IOException {
        for (Path folder : ShippedPacks.folders()) {
            LoadedPack loaded = ShippedPacks.load(folder);
            assertThat(loaded.pack().tables()).extracting(TableUse::file).containsAll(filesOf(folder));
        }
    }

    private static List<String> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".dmn"))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }

    private static void requireAgreement(Pack pack, TableUse table, SplittableRandom random) throws IOException {
        Path file = ShippedPacks.HOME.resolve(pack.id()).resolve(table.file());
        byte[] dmn = Files.readAllBytes(file);
        List<ParameterValues> settings = new ArrayList<>();
        settings.add(values(pack, random, false));
        for (int i = 0; i < RANDOM_VALUES; i++) {
            settings.add(values(pack, random, true));
        }
        int answered = 0;
        for (ParameterValues parameters : settings) {
            answered += require(dmn, file.toString(), parameters, random);
        }
        assertThat(answered).as("inputs that some row answers").isPositive();
    }

    private static int require(byte[] dmn, String name, ParameterValues parameters, SplittableRandom random) {
        TableDefinition definition = DmnReader.read(new ByteArrayInputStream(dmn), name);
        KieAgreement agreement = new KieAgreement(dmn, name, definition, parameters);
        BruteForce all = new BruteForce(definition, parameters);
        if (all.size() > MOST) {
            return agreement.askRandom(MOST, random);
        }
        all.forEach(agreement::ask);
        return agreement.answered();
    }

    /** The pack's own values, or other ones; what the pack leaves open always gets one, for KIE knows no open value. */
    private static ParameterValues values(Pack pack, SplittableRandom random, boolean other) {
        Map<String, ParameterValue> values = new HashMap<>();
        for (ParameterDefinition definition : pack.parameters().values()) {
            ParameterValue own = definition.value();
            if (definition.unit() != Unit.DIVISIONS) {
                values.put(definition.id(), own == null || other ? new ParameterValue.Whole(random.nextInt(200)) : own);
            }
        }
        return BoundPack.cellValues(pack, values);
    }
}
