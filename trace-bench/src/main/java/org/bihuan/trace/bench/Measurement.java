package org.bihuan.trace.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What one competitor did, and how its answers compared with ours. */
final class Measurement {
    /** Kinds of questions, as headed in the report. */
    enum Kind {
        FIRST_RING("first ring"),
        SECOND_MEMBERS("second ring, members only"),
        SECOND_EXPLAINED("second ring, explained"),
        HUNDRED_CASES("100 cases at once");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private final String name;
    private final double loadSeconds;
    private final long bytes;
    private final Map<Kind, Times> times = new EnumMap<>(Kind.class);
    private final List<String> notes = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();
    private int comparedAnswers;
    private long comparedRows;

    Measurement(String name, double loadSeconds, long bytes) {
        this.name = name;
        this.loadSeconds = loadSeconds;
        this.bytes = bytes;
        for (Kind kind : Kind.values()) {
            times.put(kind, new Times());
        }
    }

    String name() {
        return name;
    }

    double loadSeconds() {
        return loadSeconds;
    }

    long bytes() {
        return bytes;
    }

    Times times(Kind kind) {
        Times found = times.get(kind);
        if (found == null) {
            throw new IllegalStateException("no times of " + kind);
        }
        return found;
    }

    /** Lines for the report, in its own Markdown. */
    List<String> notes() {
        return notes;
    }

    /** Notes that so many answers of so many rows were compared. */
    void addCompared(int answers, long rows) {
        comparedAnswers += answers;
        comparedRows += rows;
    }

    int comparedAnswers() {
        return comparedAnswers;
    }

    long comparedRows() {
        return comparedRows;
    }

    /** Where answers differed from ours; must stay empty. */
    List<String> differences() {
        return differences;
    }
}
