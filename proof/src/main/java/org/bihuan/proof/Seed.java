package org.bihuan.proof;

import java.util.SplittableRandom;

/** Where random tests get their numbers: another seed each run, printed; {@code -Dbihuan.seed=N} replays one. */
public final class Seed {
    private Seed() {}

    /** Numbers for the test. */
    public static SplittableRandom random(String test) {
        long seed = Long.getLong("bihuan.seed", System.nanoTime());
        System.out.println(test + ": replay with -Dbihuan.seed=" + seed);
        return new SplittableRandom(seed);
    }

    /** How many rounds a random test makes: its own number, times {@code -Dbihuan.rounds=N}. */
    public static int rounds(int usual) {
        return usual * Integer.getInteger("bihuan.rounds", 1);
    }
}
