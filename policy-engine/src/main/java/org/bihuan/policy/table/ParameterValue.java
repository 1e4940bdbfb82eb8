package org.bihuan.policy.table;

import java.math.BigDecimal;

/** The value a parameter has for a division, or that it is declared and nobody has set it. */
public sealed interface ParameterValue {
    /** What the value is. */
    InputType type();

    /** A number, in the unit its declaration says. */
    record OfNumber(BigDecimal value) implements ParameterValue {
        @Override
        public InputType type() {
            return InputType.NUMBER;
        }
    }

    /** A word. */
    record OfText(String value) implements ParameterValue {
        @Override
        public InputType type() {
            return InputType.TEXT;
        }
    }

    /** True or false. */
    record OfTruth(boolean value) implements ParameterValue {
        @Override
        public InputType type() {
            return InputType.BOOLEAN;
        }
    }

    /** Declared, of this type, without a value. */
    record Unset(InputType type) implements ParameterValue {}
}
