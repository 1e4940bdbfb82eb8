package org.bihuan.city;

/** The seed of a random test: -Dbihuan.seed=N replays one; it is printed, so that a failure can be. */
final class TestSeed {
    private TestSeed() {}

    static long next(String test) {
        String given = System.getProperty("bihuan.seed", "");
        long seed = given.isEmpty() ? System.nanoTime() : Long.parseLong(given);
        System.out.println(test + ": -Dbihuan.seed=" + seed);
        return seed;
    }
}
