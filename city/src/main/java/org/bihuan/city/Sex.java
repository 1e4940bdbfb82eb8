package org.bihuan.city;

/** Sex as recorded in a register. */
public enum Sex {
    MALE("male"),
    FEMALE("female");

    private final String word;

    Sex(String word) {
        this.word = word;
    }

    /** The word in files. */
    public String word() {
        return word;
    }
}
