package org.bihuan.policy.table;

import java.util.List;
import java.util.stream.Collectors;

/** What a cell demands of the input of its column. Its text is S-FEEL. */
public sealed interface CellTest {
    /** The positive tests inside, in the order written. */
    List<UnaryTest> tests();

    /** {@code -}: any value, known or not. */
    record Any() implements CellTest {
        @Override
        public List<UnaryTest> tests() {
            return List.of();
        }

        @Override
        public String toString() {
            return "-";
        }
    }

    /** At least one of the tests holds. */
    record OneOf(List<UnaryTest> tests) implements CellTest {
        public OneOf {
            tests = List.copyOf(tests);
        }

        @Override
        public String toString() {
            return joined(tests);
        }
    }

    /** None of the tests holds. */
    record NoneOf(List<UnaryTest> tests) implements CellTest {
        public NoneOf {
            tests = List.copyOf(tests);
        }

        @Override
        public String toString() {
            return "not(" + joined(tests) + ")";
        }
    }

    private static String joined(List<UnaryTest> tests) {
        return tests.stream().map(UnaryTest::toString).collect(Collectors.joining(", "));
    }
}
