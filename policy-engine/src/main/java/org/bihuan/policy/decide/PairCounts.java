package org.bihuan.policy.decide;

/** How often each pair of answers comes in each division: open addressing, no boxes. Not thread-safe. */
final class PairCounts {
    private int[] divisions = new int[256];
    private long[] olds = new long[256];
    private long[] news = new long[256];
    private long[] counts = new long[256];
    private int used;

    /** Takes one entry. */
    @FunctionalInterface
    interface Entry {
        void take(int division, long old, long fresh, long count);
    }

    void add(int division, long old, long fresh) {
        add(division, old, fresh, 1);
    }

    private void add(int division, long old, long fresh, long count) {
        int mask = counts.length - 1;
        long hash = (old * 0x9E37_79B9_7F4A_7C15L + fresh) * 0x9E37_79B9_7F4A_7C15L + division;
        int at = (int) (hash >>> 32) & mask;
        while (counts[at] != 0) {
            if (olds[at] == old && news[at] == fresh && divisions[at] == division) {
                counts[at] += count;
                return;
            }
            at = (at + 1) & mask;
        }
        divisions[at] = division;
        olds[at] = old;
        news[at] = fresh;
        counts[at] = count;
        if (++used * 2 > counts.length) {
            grow();
        }
    }

    private void grow() {
        PairCounts larger = new PairCounts();
        int size = counts.length * 2;
        larger.divisions = new int[size];
        larger.olds = new long[size];
        larger.news = new long[size];
        larger.counts = new long[size];
        forEach(larger::add);
        divisions = larger.divisions;
        olds = larger.olds;
        news = larger.news;
        counts = larger.counts;
        used = larger.used;
    }

    void forEach(Entry entry) {
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 0) {
                entry.take(divisions[i], olds[i], news[i], counts[i]);
            }
        }
    }

    PairCounts plus(PairCounts other) {
        PairCounts sum = new PairCounts();
        forEach(sum::add);
        other.forEach(sum::add);
        return sum;
    }
}
