package org.bihuan.trace;

/** A row as it comes in; a leave of -1 is missing. Epoch minutes. */
public record Visit(String person, String place, int enter, int leave) {
    public static final int MISSING = -1;

    public boolean isOpen() {
        return leave == MISSING;
    }
}
