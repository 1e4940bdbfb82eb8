package org.bihuan.policy.pack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A step for each day of a test schedule: its sample is taken on the civil days it names.
 *
 * @param parameter the schedule
 * @param from the moment whose civil day is the first
 * @param firstDay number of that day, 0 or 1: whether the day itself counts
 * @param kindField field of the evidence with the kind of test
 * @param least kinds of test, the usual one first, and for each the parameter with the least number of tests
 */
public record TestDays(String parameter, TimePoint from, int firstDay, String kindField, Map<String, String> least) {
    public TestDays {
        least = Collections.unmodifiableMap(new LinkedHashMap<>(least)); // in file order
    }

    /** The kind of test of a day. */
    public String kind(TestDay day) {
        String test = day.test();
        return test == null ? least.keySet().iterator().next() : test;
    }
}
