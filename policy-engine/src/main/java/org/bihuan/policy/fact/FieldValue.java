package org.bihuan.policy.fact;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.bihuan.kernel.DivisionCode;

/** A typed value of one field of a fact. An absent field is unknown; there is no null value. */
public sealed interface FieldValue {
    /** A word, a choice or free text. */
    record Text(String value) implements FieldValue {
        @Override
        public String toString() {
            return value;
        }
    }

    /** A number; its unit is declared with the field. */
    record Amount(BigDecimal value) implements FieldValue {
        @Override
        public String toString() {
            return value.toPlainString();
        }
    }

    /** A moment. */
    record Moment(Instant value) implements FieldValue {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** A day of the calendar, such as a date of birth. */
    record Day(LocalDate value) implements FieldValue {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** An administrative division. */
    record Place(DivisionCode value) implements FieldValue {
        @Override
        public String toString() {
            return value.toString();
        }
    }
}
