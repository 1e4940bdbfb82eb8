package org.bihuan.app.backup;

import java.io.PrintStream;
import java.util.Locale;

/** Tells people how far it is, at most once a second. One thread at a time. */
final class Progress {
    private static final long INTERVAL = 1_000_000_000L;

    private final PrintStream to;
    private long total = 1;
    private long before;
    private String step = "";
    private long last = System.nanoTime();

    Progress(PrintStream to) {
        this.to = to;
    }

    /** A new piece of work of so many units. */
    void begin(String chinese, String english, long units) {
        step = chinese + " " + english;
        total = Math.max(1, units);
        before = 0;
        to.println(step);
    }

    /** How far a part of the work is. */
    void at(String name, long units) {
        long now = System.nanoTime();
        if (now - last >= INTERVAL) {
            last = now;
            long percent = Math.min(99, (before + units) * 100 / total);
            to.printf(Locale.ROOT, "  %2d%%  %s%n", percent, name);
        }
    }

    /** A part of the work is done. */
    void done(long units) {
        before += units;
    }

    /** Something worth a line of its own. */
    void say(String text) {
        to.println(text);
    }
}
