package org.bihuan.trace.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What is run.
 *
 * @param people of the city
 * @param days from 2021-12-06 on, a Monday
 * @param minOverlap minutes
 * @param firstRings questions of the first ring
 * @param secondRings questions of the second ring, each kind
 * @param batches questions of 100 cases
 * @param withRivals whether PostgreSQL and DuckDB take part
 * @param isResumed whether finished parts of an earlier run are taken over
 * @param isKept whether the data stay on disk at the end
 * @param folder where data and reports go
 */
record BenchOptions(
        int people,
        int days,
        int minOverlap,
        int firstRings,
        int secondRings,
        int batches,
        boolean withRivals,
        boolean isResumed,
        boolean isKept,
        Path folder) {
    static final int FIRST_DAY = 18_967;
    static final long SEED = 20_211_206L;

    static BenchOptions parse(String[] words) {
        int people = 1_000_000;
        int days = 14;
        int minOverlap = 15;
        int firstRings = 300;
        int secondRings = 9;
        int batches = 5;
        boolean withRivals = true;
        boolean isResumed = false;
        boolean isKept = false;
        Path folder = Path.of("var", "bench", "trace");
        for (int i = 0; i < words.length; i++) {
            String name = words[i];
            boolean isFlag = List.of("--ours-only", "--resume", "--keep").contains(name);
            if (!isFlag && i + 1 == words.length) {
                throw new IllegalArgumentException(name + ": a value must follow");
            }
            String value = isFlag ? "" : words[++i];
            switch (name) {
                case "--ours-only" -> withRivals = false;
                case "--resume" -> isResumed = true;
                case "--keep" -> isKept = true;
                case "--people" -> people = number(name, value);
                case "--days" -> days = number(name, value);
                case "--min-overlap" -> minOverlap = number(name, value.replaceFirst("m$", ""));
                case "--queries" -> firstRings = number(name, value);
                case "--second" -> secondRings = number(name, value);
                case "--batches" -> batches = number(name, value);
                case "--out" -> folder = Path.of(value);
                default -> throw new IllegalArgumentException("unknown option '" + name + "'");
            }
        }
        return new BenchOptions(
                people, days, minOverlap, firstRings, secondRings, batches, withRivals, isResumed, isKept, folder);
    }

    /** A count such as 10k or 1m. */
    private static int number(String name, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int unit = lower.endsWith("k") ? 1_000 : lower.endsWith("m") ? 1_000_000 : 1;
        String digits = unit == 1 ? lower : lower.substring(0, lower.length() - 1);
        if (!digits.matches("[0-9]{1,6}") && !(unit == 1 && digits.matches("[0-9]{1,9}"))) {
            throw new IllegalArgumentException(name + ": '" + text + "' is not a count such as 300, 10k or 1m");
        }
        return Math.multiplyExact(Integer.parseInt(digits), unit);
    }

    /** What decides which figures come out: figures of other questions cannot be taken over. */
    String asked() {
        return "%d people, %d days, %d min, %d first rings, %d second, %d batches"
                .formatted(people, days, minOverlap, firstRings, secondRings, batches);
    }

    Path dataFolder() {
        return folder.resolve("people-" + people + "-days-" + days);
    }
}
