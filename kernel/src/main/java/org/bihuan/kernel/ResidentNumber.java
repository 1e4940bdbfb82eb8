package org.bihuan.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Number of a resident identity card (GB 11643): six digits of a division, the day of birth, three digits whose last is
 * odd for men, and a check character (ISO 7064, MOD 11-2). Residence permits for Hong Kong, Macao and Taiwan (81, 82, 83)
 * and cards of foreign permanent residents (9) are numbered the same way.
 *
 * @param text 17 digits and a digit or X
 */
public record ResidentNumber(String text) {
    private static final int LENGTH = 18;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    public ResidentNumber {
        if (!isValid(text)) {
            // the number itself stays out of the message: messages reach logs
            throw new IllegalArgumentException("not a resident number");
        }
    }

    /**
     * Reads a number as people write it: full-width digits, spaces, hyphens and a small x are allowed. Empty when the
     * check character or the day of birth is wrong, and for what a spreadsheet has damaged (2.10302E+17).
     */
    public static Optional<ResidentNumber> parse(String text) {
        String plain = PlainText.code(text);
        return isValid(plain) ? Optional.of(new ResidentNumber(plain)) : Optional.empty();
    }

    /** Six digits of the division that first issued it; long since merged or renamed divisions keep their numbers. */
    public String division() {
        return text.substring(0, 6);
    }

    /** Day of birth. */
    public LocalDate born() {
        return born(text);
    }

    /** Whether it says male; the other numbers say female. */
    public boolean isMale() {
        return (text.charAt(16) - '0') % 2 == 1;
    }

    private static boolean isValid(String text) {
        if (text.length() != LENGTH || text.charAt(0) == '0') {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            sum += digit * WEIGHTS[i];
        }
        if (CHECKS.charAt(sum % 11) != text.charAt(17)) {
            return false;
        }
        try {
            return born(text).getYear() >= 1850;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static LocalDate born(String text) {
        return LocalDate.of(
                Integer.parseInt(text, 6, 10, 10),
                Integer.parseInt(text, 10, 12, 10),
                Integer.parseInt(text, 12, 14, 10));
    }

    /** Without the middle: what may be shown to who need not know all of it. */
    public String masked() {
        return text.substring(0, 6) + "********" + text.substring(14);
    }

    /** Masked, so that a number does not reach a log by accident; the number is {@link #text}. */
    @Override
    public String toString() {
        return masked();
    }
}
