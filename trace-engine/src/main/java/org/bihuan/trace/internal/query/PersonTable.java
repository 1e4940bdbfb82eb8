package org.bihuan.trace.internal.query;

import java.util.Arrays;

/**
 * A hash table from a number to a few int fields, open addressing, fields beside their key so that one candidate costs
 * one cache line. Reused between questions: an entry bears the number of the question that made it, so that clearing is
 * counting on. Expected O(1) a step. Not thread-safe.
 */
final class PersonTable {
    private final int strideBits;
    /** Where in an entry the question's number stands. */
    private final int stamp;

    private int[] data;
    private int[] used;
    private int size;
    private int shift;
    private int mask;
    private int question = 1;

    /** A table whose entries have 2^strideBits ints, the first of which is the key and the last the question. */
    PersonTable(int strideBits, int capacityBits) {
        this.strideBits = strideBits;
        stamp = (1 << strideBits) - 1;
        allocate(capacityBits);
        data = new int[1 << (capacityBits + strideBits)];
        used = new int[1 << (capacityBits - 1)];
    }

    private void allocate(int capacityBits) {
        shift = 32 - capacityBits;
        mask = (1 << (capacityBits + strideBits)) - 1;
    }

    /** Position of the number's entry in {@link #data()}; a new entry has zero in every field. */
    int slot(int number) {
        int key = number + 1;
        int at = (key * 0x9E3779B9) >>> shift << strideBits;
        while (data[at + stamp] == question) {
            if (data[at] == key) {
                return at;
            }
            at = (at + (1 << strideBits)) & mask;
        }
        return insert(key, at);
    }

    private int insert(int key, int at) {
        if (size == used.length) {
            grow();
            return slot(key - 1);
        }
        data[at] = key;
        for (int field = at + 1; field < at + stamp; field++) {
            data[field] = 0;
        }
        data[at + stamp] = question;
        used[size++] = at;
        return at;
    }

    /** The entries; key + 1 at a slot, then its fields. Valid until the next call of {@link #slot}. */
    int[] data() {
        return data;
    }

    int size() {
        return size;
    }

    /** Slot of the n-th number entered, until the table grows. */
    int usedSlot(int index) {
        return used[index];
    }

    int numberAt(int slot) {
        return data[slot] - 1;
    }

    void clear() {
        size = 0;
        question++;
        if (question == 0) { // after four thousand million questions: their stamps begin anew
            Arrays.fill(data, 0);
            question = 1;
        }
    }

    private void grow() {
        int[] old = data;
        int[] oldUsed = used;
        int count = size;
        int capacityBits = 32 - shift + 1;
        allocate(capacityBits);
        data = new int[Math.toIntExact(1L << (capacityBits + strideBits))];
        used = new int[1 << (capacityBits - 1)];
        size = 0;
        for (int i = 0; i < count; i++) {
            int from = oldUsed[i];
            int to = slot(old[from] - 1);
            System.arraycopy(old, from + 1, data, to + 1, (1 << strideBits) - 1);
        }
    }
}
