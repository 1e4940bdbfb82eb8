package org.bihuan.policy.pack;

import java.util.Arrays;
import java.util.Optional;

/** Units of parameters and time features. */
public enum Unit {
    /** Hours of 3,600 seconds. */
    HOURS("hours", "h"),
    /** Days of 24 hours, counted to the second. */
    DAYS("days", "d"),
    /** Midnights of the jurisdiction's zone that lie between two moments. */
    CIVIL_DAYS("civil-days", "cd"),
    /** Completed years by the calendar. */
    YEARS("years", "y"),
    /** A number of persons, tests or other things. */
    COUNT("count", "n"),
    /** A list of administrative divisions. */
    DIVISIONS("divisions", ""),
    /** The days of a stay on which somebody is tested, and for what: {@code 1,3-5,13:antibody}. */
    TEST_SCHEDULE("test-schedule", "");

    private final String code;
    private final String suffix;

    Unit(String code, String suffix) {
        this.code = code;
        this.suffix = suffix;
    }

    /** The word used in packs. */
    public String code() {
        return code;
    }

    /** What may follow a number on the command line: {@code 7d}. */
    public String suffix() {
        return suffix;
    }

    /** Whether a value is one whole number, zero or more. */
    public boolean isNumber() {
        return this != DIVISIONS && this != TEST_SCHEDULE;
    }

    /** Seconds in one unit of a unit of fixed length; throws for the others. */
    public long seconds() {
        return switch (this) {
            case HOURS -> 3_600;
            case DAYS -> 86_400;
            case CIVIL_DAYS, YEARS, COUNT, DIVISIONS, TEST_SCHEDULE ->
                throw new IllegalStateException(code + " have no fixed length");
        };
    }

    /** The unit of a word used in packs. */
    public static Optional<Unit> find(String code) {
        return Arrays.stream(values()).filter(unit -> unit.code.equals(code)).findFirst();
    }
}
