package org.bihuan.trace.api;

/**
 * The order of ids by their UTF-8 bytes, worked out once so that no question compares strings: a rank for each number
 * and a number for each rank. Immutable.
 */
public final class IdOrder {
    private static final IdOrder NATURAL = new IdOrder(new int[0], new int[0]);

    private final int[] ranks;
    private final int[] numbers;

    private IdOrder(int[] ranks, int[] numbers) {
        this.ranks = ranks;
        this.numbers = numbers;
    }

    /** Numbers were given out in the order of the ids, so each is its own rank. */
    public static IdOrder natural() {
        return NATURAL;
    }

    /**
     * An order given by the numbers in sorted sequence.
     *
     * @param sorted every number from 0 on exactly once; not copied, not to be changed afterwards
     */
    public static IdOrder ofSorted(int[] sorted) {
        int[] ranks = new int[sorted.length];
        boolean natural = true;
        for (int rank = 0; rank < sorted.length; rank++) {
            ranks[sorted[rank]] = rank;
            natural &= sorted[rank] == rank;
        }
        return natural ? NATURAL : new IdOrder(ranks, sorted);
    }

    /** How many numbers are ranked; 0 for the natural order. */
    public int size() {
        return ranks.length;
    }

    /** Rank of a number. A number unknown to the order keeps its own value: it was given out later. */
    public int rank(int number) {
        return number < ranks.length ? ranks[number] : number;
    }

    /** The number at a rank. */
    public int number(int rank) {
        return rank < numbers.length ? numbers[rank] : rank;
    }
}
