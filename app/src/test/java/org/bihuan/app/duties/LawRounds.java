package org.bihuan.app.duties;

import java.util.Random;

/**
 * Runs a law for some rounds, each with a seed of its own that is printed. {@code -Dbihuan.law.rounds}
 * sets the number of rounds, {@code -Dbihuan.seed} plays one round again.
 */
final class LawRounds {
    private LawRounds() {}

    /** One round of a law. */
    @FunctionalInterface
    interface Round {
        void play(Random random) throws Exception;
    }

    static int number(int byDefault) {
        return Integer.getInteger("bihuan.law.rounds", byDefault);
    }

    static void play(int byDefault, Round round) {
        Long replayed = Long.getLong("bihuan.seed");
        int rounds = replayed == null ? number(byDefault) : 1;
        for (int i = 0; i < rounds; i++) {
            long seed = replayed == null ? System.nanoTime() : replayed;
            // Said before and not only after: a round that hangs must be replayable too
            System.out.println("round " + (i + 1) + ": replay with -Dbihuan.seed=" + seed);
            try {
                round.play(new Random(seed));
            } catch (Exception | AssertionError e) {
                throw new AssertionError("round " + (i + 1) + " failed; replay it with -Dbihuan.seed=" + seed, e);
            }
        }
        System.out.println("law held for " + rounds + " rounds");
    }
}
