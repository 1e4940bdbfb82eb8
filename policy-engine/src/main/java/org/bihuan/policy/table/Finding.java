package org.bihuan.policy.table;

import java.util.List;

/** What {@link TableCheck} found. */
public sealed interface Finding {
    /** The stable code, for translation. */
    String code();

    /** How bad it is. */
    Severity severity();

    /** In English. */
    String message();

    /**
     * Inputs that no rule answers.
     *
     * @param missingRow the cells of a row that would answer these and like inputs, one a column, as S-FEEL
     * @param example one such input
     */
    record Gap(List<String> missingRow, ExampleInput example) implements Finding {
        public Gap {
            missingRow = List.copyOf(missingRow);
        }

        @Override
        public String code() {
            return "table.gap";
        }

        @Override
        public Severity severity() {
            return Severity.ERROR;
        }

        @Override
        public String message() {
            return "no rule answers " + example + "; missing row: " + String.join(" | ", missingRow);
        }
    }

    /**
     * Two rules of a UNIQUE table that answer one input.
     *
     * @param firstRule id of the upper rule
     * @param secondRule id of the lower rule
     * @param example one such input
     */
    record Overlap(String firstRule, String secondRule, ExampleInput example) implements Finding {
        @Override
        public String code() {
            return "table.overlap";
        }

        @Override
        public Severity severity() {
            return Severity.ERROR;
        }

        @Override
        public String message() {
            return "rules " + firstRule + " and " + secondRule + " both answer " + example;
        }
    }

    /**
     * A rule that no input reaches.
     *
     * @param rule its id
     */
    record UnreachableRule(String rule) implements Finding {
        @Override
        public String code() {
            return "table.unreachable";
        }

        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public String message() {
            return "no input reaches rule " + rule;
        }
    }

    /**
     * A rule that tests a number without demanding that it is known.
     *
     * @param rule its id
     * @param column the number column
     * @param twin the column that must be {@code true} in the rule
     */
    record ContradictingTwin(String rule, String column, String twin) implements Finding {
        @Override
        public String code() {
            return "table.twin";
        }

        @Override
        public Severity severity() {
            return Severity.ERROR;
        }

        @Override
        public String message() {
            return "rule " + rule + " tests " + column + " and so needs true in column " + twin;
        }
    }

    /**
     * A parameter without a value: the rules that need it are left out of the check.
     *
     * @param parameter its name in cells
     * @param rules ids of the rules that name it
     */
    record Unbound(String parameter, List<String> rules) implements Finding {
        public Unbound {
            rules = List.copyOf(rules);
        }

        @Override
        public String code() {
            return "table.unbound";
        }

        @Override
        public Severity severity() {
            return Severity.NOTE;
        }

        @Override
        public String message() {
            return "parameter " + parameter + " has no value; rules " + String.join(", ", rules)
                    + " are left out of the check";
        }
    }

    /**
     * The check would take too long; simplify the table.
     *
     * @param steps how many steps it was given, or took until it held too much in memory
     */
    record TooComplex(long steps) implements Finding {
        @Override
        public String code() {
            return "table.too-complex";
        }

        @Override
        public Severity severity() {
            return Severity.ERROR;
        }

        @Override
        public String message() {
            return "the table is too complex to prove that it has no gap (" + steps + " steps); split it";
        }
    }
}
