package org.bihuan.trace;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Runs a test many times with random numbers; a failure names the seed, -Dbihuan.seed=N runs that one alone. */
public final class Seeds {
    private Seeds() {}

    /** What is tried. */
    @FunctionalInterface
    public interface Trial {
        void run(RandomGenerator random) throws Exception;
    }

    public static void forEach(int count, Trial trial) {
        Long given = Long.getLong("bihuan.seed");
        long start = given == null ? System.nanoTime() & 0xFFFFFFFL : given;
        for (long seed = start; seed < start + (given == null ? count : 1); seed++) {
            try {
                trial.run(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
            } catch (Exception | AssertionError failure) {
                throw new AssertionError("failed with -Dbihuan.seed=" + seed + ": " + failure.getMessage(), failure);
            }
        }
    }
}
