package org.bihuan.kernel;

import java.util.Optional;

/**
 * A document that says who somebody is. Two registrations with equal documents are one person; nothing else makes them
 * one, and a phone least of all.
 *
 * @param kind what it is
 * @param number its number in one form, as {@link #parse} makes it
 */
public record IdentityDocument(DocumentKind kind, String number) {
    /** Reads a number as people write it; empty when it is none of that kind. */
    public static Optional<IdentityDocument> parse(DocumentKind kind, String number) {
        return kind.number(PlainText.code(number)).map(plain -> new IdentityDocument(kind, plain));
    }

    /**
     * Reads a number whose kind nobody said, as far as its check character tells: resident cards and what is numbered
     * like them. Empty for all others: eight digits may be a permit, a telephone or a date.
     */
    public static Optional<IdentityDocument> recognise(String number) {
        return ResidentNumber.parse(number).map(resident -> new IdentityDocument(kind(resident), resident.text()));
    }

    /** Kind and number as one text, such as {@code passport/E12345678}; {@link #ofWritten} reads it back. */
    public String written() {
        return kind.word() + "/" + number;
    }

    /** Reads what {@link #written} wrote, or a number without its kind as {@link #recognise} does. */
    public static Optional<IdentityDocument> ofWritten(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? recognise(text)
                : DocumentKind.parse(text.substring(0, slash)).flatMap(kind -> parse(kind, text.substring(slash + 1)));
    }

    private static DocumentKind kind(ResidentNumber number) {
        return switch (number.text().charAt(0)) {
            case '8' -> DocumentKind.RESIDENCE_PERMIT;
            case '9' -> DocumentKind.FOREIGN_RESIDENT_ID;
            default -> DocumentKind.RESIDENT_ID;
        };
    }

    /** The first and last few characters: enough to compare with the card in one's hand. */
    public String masked() {
        int shown = Math.min(4, number.length() / 4);
        return number.substring(0, shown)
                + "*".repeat(number.length() - 2 * shown)
                + number.substring(number.length() - shown);
    }

    /** Masked, so that a number does not reach a log by accident. */
    @Override
    public String toString() {
        return kind.word() + " " + masked();
    }
}
