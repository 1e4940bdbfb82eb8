package org.bihuan.policy.table;

import java.util.List;

/** One positive test of an input value. Its text is S-FEEL. */
public sealed interface UnaryTest {
    /** What the test compares with, in the order written. */
    List<Endpoint> endpoints();

    /** Equal to the endpoint. */
    record EqualTo(Endpoint endpoint) implements UnaryTest {
        @Override
        public List<Endpoint> endpoints() {
            return List.of(endpoint);
        }

        @Override
        public String toString() {
            return endpoint.toString();
        }
    }

    /** Smaller or greater than the endpoint. */
    record Compared(Comparison comparison, Endpoint endpoint) implements UnaryTest {
        @Override
        public List<Endpoint> endpoints() {
            return List.of(endpoint);
        }

        @Override
        public String toString() {
            return comparison.symbol() + " " + endpoint;
        }
    }

    /** Between two endpoints, each inclusive or exclusive. */
    record Between(Endpoint low, boolean lowInclusive, Endpoint high, boolean highInclusive) implements UnaryTest {
        @Override
        public List<Endpoint> endpoints() {
            return List.of(low, high);
        }

        @Override
        public String toString() {
            return (lowInclusive ? "[" : "(") + low + ".." + high + (highInclusive ? "]" : ")");
        }
    }
}
