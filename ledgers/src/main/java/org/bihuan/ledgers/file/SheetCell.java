package org.bihuan.ledgers.file;

/**
 * A cell as it stands in the file.
 *
 * @param kind what it is
 * @param text its text; of a number all digits that the file keeps; of an error or a formula never computed, what stands
 *     there instead
 * @param format number format such as {@code 0.00}, empty when there is none
 */
public record SheetCell(Kind kind, String text, String format) {
    /** A cell with nothing in it. */
    public static final SheetCell EMPTY = new SheetCell(Kind.EMPTY, "", "");

    /** Kinds of cell. */
    public enum Kind {
        EMPTY,
        TEXT,
        /** A number, kept by Excel with at most 15 digits. */
        NUMBER,
        /** A number that the file shows as a day or a time: days since the beginning of 1900. */
        DATE,
        /** An error such as #N/A, or a formula whose result the file does not carry. */
        ERROR
    }

    /** A text cell; blank text is an empty cell. */
    public static SheetCell text(String text) {
        return text.isBlank() ? EMPTY : new SheetCell(Kind.TEXT, text, "");
    }

    public boolean isEmpty() {
        return kind == Kind.EMPTY;
    }
}
