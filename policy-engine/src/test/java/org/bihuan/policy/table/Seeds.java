package org.bihuan.policy.table;

import java.util.SplittableRandom;

/** Where random tests get their numbers: another seed each run, printed; {@code -Dbihuan.seed=N} replays one. */
final class Seeds {
    private Seeds() {}

    static SplittableRandom random(String test) {
        long seed = Long.getLong("bihuan.seed", System.nanoTime());
        System.out.println(test + ": replay with -Dbihuan.seed=" + seed);
        return new SplittableRandom(seed);
    }

    /** How many rounds a random test makes: its own number, times {@code -Dbihuan.rounds=N}. */
    static int rounds(int usual) {
        return usual * Integer.getInteger("bihuan.rounds", 1);
    }
}
