package org.bihuan.policy.decide;

/** What a table looks at, as it stands at a moment. */
sealed interface Seen {
    Unknown UNKNOWN = new Unknown();

    /** A word. */
    record Text(String value) implements Seen {}

    /** A number that is known. */
    record Number(double value) implements Seen {}

    /** A number that nobody knows. */
    record Unknown() implements Seen {}

    /** Nobody can know it while the parameter has no value. */
    record Blocked(String parameter) implements Seen {}
}
