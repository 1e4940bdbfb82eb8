package org.bihuan.kernel;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number plate of a vehicle, foreign and temporary ones too. It finds a vehicle and never proves which one it is: two
 * can carry the same.
 *
 * @param text letters, digits and Chinese characters only, such as 辽A12345
 */
public record NumberPlate(String text) {
    private static final Pattern PLATE = Pattern.compile("[\\p{IsHan}A-Z0-9]{4,12}");

    /** Reads a plate as people write it: full width, small letters, dots, hyphens and spaces are allowed. */
    public static Optional<NumberPlate> parse(String text) {
        String plain = PlainText.code(text).replaceAll("[·.•・]", "");
        boolean hasDigit = plain.chars().anyMatch(each -> each >= '0' && each <= '9');
        return hasDigit && PLATE.matcher(plain).matches() ? Optional.of(new NumberPlate(plain)) : Optional.empty();
    }

    /** Its beginning and its last two characters; the rest hidden. */
    public String masked() {
        return text.charAt(0) + "*".repeat(text.length() - 3) + text.substring(text.length() - 2);
    }

    /** Masked, so that a plate does not reach a log by accident. */
    @Override
    public String toString() {
        return masked();
    }
}
