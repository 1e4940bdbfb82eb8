package org.bihuan.policy.table;

import java.math.BigDecimal;

/** What an input is compared with: a literal or a parameter. */
public sealed interface Endpoint {
    /** A number of at most fifteen digits. */
    record NumberLiteral(BigDecimal value) implements Endpoint {
        @Override
        public String toString() {
            return value.toPlainString();
        }
    }

    /** A word in double quotes. */
    record TextLiteral(String value) implements Endpoint {
        @Override
        public String toString() {
            return "\"" + value + "\"";
        }
    }

    /** {@code true} or {@code false}. */
    record TruthLiteral(boolean value) implements Endpoint {
        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    /** A parameter by its underscore name. */
    record Parameter(String name) implements Endpoint {
        @Override
        public String toString() {
            return name;
        }
    }
}
