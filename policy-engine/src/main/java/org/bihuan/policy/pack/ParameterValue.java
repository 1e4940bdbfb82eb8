package org.bihuan.policy.pack;

import java.util.List;
import java.util.stream.Collectors;
import org.bihuan.kernel.DivisionCode;

/** A value that a parameter has been given. */
public sealed interface ParameterValue {
    /** A whole number in the parameter's unit, zero or more. */
    record Whole(long value) implements ParameterValue {
        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    /** Days on which somebody is tested. */
    record Schedule(List<TestDay> value) implements ParameterValue {
        public Schedule {
            value = List.copyOf(value);
        }

        @Override
        public String toString() {
            return value.stream().map(TestDay::toString).collect(Collectors.joining(","));
        }
    }

    /** A list of divisions. */
    record Divisions(List<DivisionCode> value) implements ParameterValue {
        public Divisions {
            value = List.copyOf(value);
        }

        @Override
        public String toString() {
            return value.stream().map(DivisionCode::toString).collect(Collectors.joining(","));
        }
    }
}
