package org.bihuan.policy.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Asks a table file and Apache KIE the same random inputs, most of them on or beside the numbers that the cells name,
 * and demands the same rows and outcomes. For every table of every pack; all parameters must have values.
 */
public final class KieAgreement {
    private final String name;
    private final TableDefinition definition;
    private final ParameterValues parameters;
    private final List<Double> numbers;
    private final CompiledTable table;
    private final TableInput input;
    private final KieOracle kie;
    private int answered;

    KieAgreement(byte[] file, String name, TableDefinition definition, ParameterValues parameters) {
        this.name = name;
        this.definition = definition;
        this.parameters = parameters;
        this.numbers = new BruteForce(definition, parameters).numbers();
        this.table = definition.compile(parameters);
        this.input = table.newInput();
        this.kie = KieOracle.of(file, name);
    }

    /** Fails with the input when an answer differs; returns how many inputs some rule answered. */
    public static int require(Path file, ParameterValues parameters, int inputs, SplittableRandom random) {
        try {
            return require(Files.readAllBytes(file), file.toString(), parameters, inputs, random);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** As {@link #require(Path, ParameterValues, int, SplittableRandom)}, of a file in memory. */
    public static int require(
            byte[] file, String name, ParameterValues parameters, int inputs, SplittableRandom random) {
        TableDefinition definition = DmnReader.read(new ByteArrayInputStream(file), name);
        return new KieAgreement(file, name, definition, parameters).askRandom(inputs, random);
    }

    /** Asks so many random inputs; returns how many of all inputs asked some rule answered. */
    int askRandom(int inputs, SplittableRandom random) {
        for (int i = 0; i < inputs; i++) {
            ask(values(random));
        }
        return answered;
    }

    /** Asks one input. */
    void ask(Map<String, Object> values) {
        values.forEach((column, value) -> put(input, table.columnIndex(column), value));
        List<Integer> rows = table.evaluate(input).matched();
        assertThat(SlowTable.evaluate(definition, parameters, values).matched())
                .as("twin: %s %s", name, values)
                .isEqualTo(rows);
        KieOracle.Answer answer = kie.evaluate(parameters, values);
        assertThat(answer.rows()).as("%s %s %s", name, values, answer).isEqualTo(rows);
        if (definition.hitPolicy() == HitPolicy.RULE_ORDER || rows.size() == 1) {
            assertThat(answer.outcomes())
                    .as("%s %s", name, values)
                    .isEqualTo(rows.stream()
                            .map(row -> definition.rules().get(row).outcome())
                            .toList());
        }
        answered += rows.isEmpty() ? 0 : 1;
    }

    /** How many inputs some rule answered so far. */
    int answered() {
        return answered;
    }

    private Map<String, Object> values(SplittableRandom random) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (InputColumn column : definition.inputs()) {
            values.put(
                    column.name(),
                    switch (column.type()) {
                        case TEXT ->
                            column.allowed().get(random.nextInt(column.allowed().size()));
                        case BOOLEAN -> random.nextInt(100) < 70;
                        case NUMBER -> numbers.get(random.nextInt(numbers.size()));
                    });
        }
        return values;
    }

    private static void put(TableInput input, int column, Object value) {
        switch (value) {
            case String text -> input.text(column, text);
            case Double number -> input.number(column, number);
            case Boolean truth -> input.truth(column, truth);
            default -> throw new IllegalArgumentException(value.toString());
        }
    }
}
