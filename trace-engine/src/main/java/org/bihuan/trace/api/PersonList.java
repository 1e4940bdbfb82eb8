package org.bihuan.trace.api;

import java.util.Arrays;
import java.util.stream.IntStream;

/** People by number, in the order of the UTF-8 bytes of their ids. Immutable; made for hundreds of thousands of them. */
public final class PersonList {
    private final int[] persons;

    /** Copies the first numbers of the array. */
    public PersonList(int[] persons, int size) {
        this.persons = Arrays.copyOf(persons, size);
    }

    /** How many. */
    public int size() {
        return persons.length;
    }

    /** One of them, by position. */
    public int get(int index) {
        return persons[index];
    }

    /** All of them, in order. */
    public IntStream stream() {
        return Arrays.stream(persons);
    }
}
