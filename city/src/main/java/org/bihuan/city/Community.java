package org.bihuan.city;

import org.bihuan.kernel.DivisionCode;

/**
 * A village or community and the numbers of the people in it.
 *
 * @param first number of its first resident
 * @param people how many, may be 0
 */
record Community(DivisionCode code, int first, int people) {
    /** Households are made for about this many people at a time, so that one person costs little to find. */
    private static final int BLOCK = 60;

    /** From this number on the last three digits of a code mean a village committee, below a neighbourhood's. */
    private static final int FIRST_VILLAGE = 200;

    static boolean isUrban(DivisionCode code) {
        return code.value() % 1000 < FIRST_VILLAGE;
    }

    int blocks() {
        return (people + BLOCK - 1) / BLOCK;
    }

    /** Number of the first resident of a block; that of the block after the last is the end. */
    int blockStart(int block) {
        return first + (int) ((long) people * block / blocks());
    }

    /** The block the resident lives in. */
    int blockOf(int person) {
        int block = (int) ((long) (person - first) * blocks() / people);
        while (blockStart(block + 1) <= person) {
            block++;
        }
        return block;
    }
}
