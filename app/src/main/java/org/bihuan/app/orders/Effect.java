package org.bihuan.app.orders;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bihuan.policy.decide.Difference;
import org.bihuan.policy.decide.Stay;

/**
 * What a change does, in short words: subjects with the same effect are counted together.
 *
 * @param from codes of the measures before, such as {@code central-isolation/14}, separated by blanks
 * @param to the same after
 * @param added kinds and numbers of duties that come, such as {@code nucleic-acid-test:2}, separated by blanks
 * @param withdrawn the same of those that go
 * @param moved how many duties get another time
 * @param further whether the subject is restricted further
 */
public record Effect(String from, String to, String added, String withdrawn, int moved, boolean further) {
    /** In short words. */
    public static Effect of(Difference difference) {
        return new Effect(
                codes(difference.from()),
                codes(difference.to()),
                counts(difference.dutiesAdded()),
                counts(difference.dutiesWithdrawn()),
                difference.dutiesMoved(),
                difference.restrictsFurther());
    }

    private static String codes(List<Stay> stays) {
        return stays.stream().map(Stay::code).collect(Collectors.joining(" "));
    }

    /** Kinds and numbers of duties in short words. */
    static String counts(SortedMap<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(each -> each.getKey() + ":" + each.getValue())
                .collect(Collectors.joining(" "));
    }

    /** Codes of measures as a list. */
    public static List<String> codes(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    /** Kinds and numbers of duties. */
    public static SortedMap<String, Integer> counts(String text) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (String each : codes(text)) {
            int colon = each.lastIndexOf(':');
            counts.put(each.substring(0, colon), Integer.parseInt(each.substring(colon + 1)));
        }
        return counts;
    }
}
