package org.bihuan.ledgers.value;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bihuan.kernel.PhoneNumber;

/** Reads a cell with one telephone or several. */
final class PhonesReader {
    private static final Pattern BETWEEN = Pattern.compile("[,;/、,；|\\\\]|\\s或\\s?|或");
    private static final Pattern TWO_MOBILES = Pattern.compile("(1[3-9]\\d{9})\\D{0,3}(1[3-9]\\d{9})");

    private PhonesReader() {}

    /** Telephones with country code, separated by ";", each once. */
    static Reading read(String cell) {
        Set<String> numbers = new LinkedHashSet<>();
        String text = PlainText.of(cell);
        for (String part : BETWEEN.split(text)) {
            String each = part.strip();
            if (each.isEmpty()) {
                continue;
            }
            var two = TWO_MOBILES.matcher(each);
            if (two.matches()) {
                numbers.add("+86" + two.group(1));
                numbers.add("+86" + two.group(2));
                continue;
            }
            Optional<PhoneNumber> one = PhoneNumber.parse(each);
            if (one.isPresent()) {
                numbers.add(one.get().text());
            } else if (!addBySpaces(each, numbers)) {
                return Reading.wrong(
                        "cell.phone",
                        "不是电话号码；手机写11位，座机带区号，两个号码用“/”隔开",
                        "is no telephone: 11 digits for a mobile, area code and number for a landline, \"/\" between two");
            }
        }
        return numbers.isEmpty() ? new Reading.Nothing() : new Reading.Value(String.join(";", numbers));
    }

    private static boolean addBySpaces(String text, Set<String> numbers) {
        String[] parts = text.split(" ", -1);
        Set<String> read = new LinkedHashSet<>();
        for (String part : parts) {
            Optional<PhoneNumber> one = PhoneNumber.parse(part);
            if (one.isEmpty()) {
                return false;
            }
            read.add(one.get().text());
        }
        return parts.length > 1 && numbers.addAll(read);
    }
}
