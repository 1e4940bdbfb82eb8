package org.bihuan.policy.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random tables, parameters and inputs, with few distinct values so that rows often meet. */
final class RandomTables {
    private static final List<String> WORDS = List.of("unknown", "high", "低", "mid dle", "a<b&c");

    private final SplittableRandom random;
    private final boolean guarded;

    /** Guarded: a row that tests a number has {@code true} in its twin column, as the check demands. */
    RandomTables(SplittableRandom random, boolean guarded) {
        this.random = random;
        this.guarded = guarded;
    }

    /** Parameters of every type; those unset that the share (of 100) picks. */
    ParameterValues parameters(int percentUnset) {
        ParameterValues values = ParameterValues.none();
        for (int i = 0; i < 2; i++) {
            values = chance(percentUnset)
                    ? values.withUnset("n" + i, InputType.NUMBER)
                    : values.withNumber("n" + i, new BigDecimal(number()));
            values = chance(percentUnset)
                    ? values.withUnset("t" + i, InputType.TEXT)
                    : values.withText("t" + i, WORDS.get(random.nextInt(2)));
            values = chance(percentUnset)
                    ? values.withUnset("b" + i, InputType.BOOLEAN)
                    : values.withTruth("b" + i, random.nextBoolean());
        }
        return values;
    }

    TableDefinition table(int maxColumns, int maxRules) {
        List<InputColumn> columns = columns(1 + random.nextInt(maxColumns));
        int rows = 1 + random.nextInt(maxRules);
        List<Rule> rules = IntStream.range(0, rows)
                .mapToObj(row -> new Rule("r" + row, cells(columns), "o" + random.nextInt(4), List.of("S-" + row), ""))
                .toList();
        HitPolicy hitPolicy = random.nextBoolean() ? HitPolicy.UNIQUE : HitPolicy.RULE_ORDER;
        return new TableDefinition("table", "table", hitPolicy, columns, "o", List.of("o0", "o1", "o2", "o3"), rules);
    }

    private List<InputColumn> columns(int count) {
        List<InputColumn> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            switch (random.nextInt(3)) {
                case 0 ->
                    columns.add(new InputColumn(
                            "text_" + i, InputType.TEXT, WORDS.subList(0, 2 + random.nextInt(WORDS.size() - 1))));
                case 1 -> columns.add(InputColumn.truth("truth_" + i));
                default -> {
                    columns.add(InputColumn.number("number_" + i));
                    columns.add(random.nextInt(columns.size()), InputColumn.truth("number_" + i + "_known"));
                }
            }
        }
        return columns;
    }

    private List<Cell> cells(List<InputColumn> columns) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        columns.forEach(column -> cells.put(column.name(), Cell.of(cell(column))));
        for (InputColumn column : columns) {
            if (guarded
                    && column.type() == InputType.NUMBER
                    && !Objects.requireNonNull(cells.get(column.name())).isAny()) {
                cells.put(column.twinName(), Cell.of("true"));
            }
        }
        return List.copyOf(cells.values());
    }

    private String cell(InputColumn column) {
        if (chance(40)) {
            return "-";
        }
        String tests = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> column.type() == InputType.NUMBER ? numberTest() : endpoint(column))
                .collect(Collectors.joining(random.nextBoolean() ? "," : " , "));
        return chance(25) ? "not(" + tests + ")" : tests;
    }

    private String numberTest() {
        return switch (random.nextInt(6)) {
            case 0 -> numberEndpoint();
            case 1 -> "< " + numberEndpoint();
            case 2 -> ">=" + numberEndpoint();
            case 3 -> pick("<=", ">") + numberEndpoint();
            default -> interval();
        };
    }

    private String interval() {
        String low = numberEndpoint();
        String high = numberEndpoint();
        String open = pick("[", "(", "]");
        String close = pick("]", ")", "[");
        boolean literals = !low.startsWith("n") && !high.startsWith("n");
        if (literals && new BigDecimal(low).compareTo(new BigDecimal(high)) >= 0) {
            return new BigDecimal(low).compareTo(new BigDecimal(high)) == 0
                    ? "[" + low + ".." + high + "]"
                    : open + high + ".." + low + close;
        }
        return open + low + ".." + high + close;
    }

    private String numberEndpoint() {
        return chance(20) ? "n" + random.nextInt(2) : number();
    }

    private String number() {
        return pick("0", "1", "2.5", "-1", "168", "0.1", "-0.0", "12.75");
    }

    private String endpoint(InputColumn column) {
        if (column.type() == InputType.TEXT) {
            return chance(20)
                    ? "t" + random.nextInt(2)
                    : "\""
                            + column.allowed()
                                    .get(random.nextInt(column.allowed().size())) + "\"";
        }
        return chance(20) ? "b" + random.nextInt(2) : String.valueOf(random.nextBoolean());
    }

    /** A value for each column: String, Double, Boolean. */
    Map<String, Object> input(TableDefinition table) {
        Map<String, Object> input = new LinkedHashMap<>();
        for (InputColumn column : table.inputs()) {
            input.put(
                    column.name(),
                    switch (column.type()) {
                        case TEXT ->
                            column.allowed().get(random.nextInt(column.allowed().size()));
                        case BOOLEAN -> chance(75);
                        case NUMBER -> Double.parseDouble(number()) + (chance(30) ? random.nextDouble() - 0.5 : 0);
                    });
        }
        return input;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
