package org.bihuan.trace.index;

import java.util.Arrays;

/**
 * Accepted rows of one day as they came: person, place, enter, leave or {@link #OPEN}, and 128 bits of the hash of the scan
 * id, both halves zero for a row without one. Parallel arrays that grow. Not thread-safe.
 */
final class RowColumns {
    /** A leave that is missing and will be assumed. */
    static final int OPEN = -1;

    int[] persons;
    int[] places;
    int[] enters;
    int[] leaves;
    long[] idHighs;
    long[] idLows;
    int size;
    boolean hasIds;

    RowColumns(int capacity) {
        persons = new int[capacity];
        places = new int[capacity];
        enters = new int[capacity];
        leaves = new int[capacity];
        idHighs = new long[0];
        idLows = new long[0];
    }

    void add(int person, int place, int enter, int leave, long idHigh, long idLow) {
        reserve(1);
        persons[size] = person;
        places[size] = place;
        enters[size] = enter;
        leaves[size] = leave;
        if (hasIds || (idHigh | idLow) != 0) {
            useIds();
            idHighs[size] = idHigh;
            idLows[size] = idLow;
        }
        size++;
    }

    void addFrom(RowColumns other, int row) {
        add(
                other.persons[row],
                other.places[row],
                other.enters[row],
                other.leaves[row],
                other.idHigh(row),
                other.idLow(row));
    }

    long idHigh(int row) {
        return hasIds ? idHighs[row] : 0;
    }

    long idLow(int row) {
        return hasIds ? idLows[row] : 0;
    }

    boolean hasId(int row) {
        return (idHigh(row) | idLow(row)) != 0;
    }

    boolean isOpen(int row) {
        return leaves[row] == OPEN;
    }

    int countOpen() {
        int open = 0;
        for (int row = 0; row < size; row++) {
            open += isOpen(row) ? 1 : 0;
        }
        return open;
    }

    void clear() {
        size = 0;
        hasIds = false;
    }

    void useIds() {
        if (!hasIds) {
            hasIds = true;
            idHighs = idHighs.length < persons.length ? new long[persons.length] : idHighs;
            idLows = idLows.length < persons.length ? new long[persons.length] : idLows;
            Arrays.fill(idHighs, 0);
            Arrays.fill(idLows, 0);
        }
    }

    void reserve(int more) {
        if (size + more <= persons.length) {
            return;
        }
        int capacity = Math.max(size + more, Math.max(16, persons.length + (persons.length >> 1)));
        persons = Arrays.copyOf(persons, capacity);
        places = Arrays.copyOf(places, capacity);
        enters = Arrays.copyOf(enters, capacity);
        leaves = Arrays.copyOf(leaves, capacity);
        if (hasIds) {
            idHighs = Arrays.copyOf(idHighs, capacity);
            idLows = Arrays.copyOf(idLows, capacity);
        }
    }
}
