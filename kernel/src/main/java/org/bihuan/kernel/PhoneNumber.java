package org.bihuan.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number. It says how to reach somebody, never who they are: a family shares one, and numbers are given out
 * again.
 *
 * @param text with country code and plus, such as +8613800138000
 */
public record PhoneNumber(String text) {
    private static final Pattern MOBILE = Pattern.compile("(?:\\+?86|0086)?(1[3-9]\\d{9})");
    private static final Pattern LANDLINE = Pattern.compile("(?:(?:\\+?86|0086)0?|0)([1-9]\\d{8,11})");
    private static final Pattern FOREIGN = Pattern.compile("(?:\\+|00)([1-9]\\d{6,14})");

    /** Reads one number or several parted by semicolons; empty when one of them is none. */
    public static List<PhoneNumber> list(String text) {
        List<PhoneNumber> numbers = new ArrayList<>();
        for (String part : text.split("[;；]", -1)) {
            Optional<PhoneNumber> number = parse(part);
            if (number.isEmpty()) {
                return List.of();
            }
            numbers.add(number.get());
        }
        return List.copyOf(numbers);
    }

    /**
     * Reads a number as people write it: full-width digits, spaces, hyphens and brackets are allowed. A number without
     * country code is Chinese: a mobile of 11 digits, or a landline with its area code.
     */
    public static Optional<PhoneNumber> parse(String text) {
        String plain = PlainText.code(text).replaceAll("[()]", "");
        for (Pattern chinese : new Pattern[] {MOBILE, LANDLINE}) {
            var match = chinese.matcher(plain);
            if (match.matches()) {
                return Optional.of(new PhoneNumber("+86" + match.group(1)));
            }
        }
        var foreign = FOREIGN.matcher(plain);
        return foreign.matches() ? Optional.of(new PhoneNumber("+" + foreign.group(1))) : Optional.empty();
    }

    /** All but the last four digits hidden. */
    public String masked() {
        return "*".repeat(text.length() - 4) + text.substring(text.length() - 4);
    }

    /** Masked, so that a number does not reach a log by accident. */
    @Override
    public String toString() {
        return masked();
    }
}
