package org.bihuan.places;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What somebody typed to find a place: words parted by spaces or commas. The last word is looked for in the name of the
 * place itself, those before it in its name or the names of the places around it; a word of digits is the beginning of a
 * code.
 *
 * @param own the word the place itself is called by, empty when only a code is given
 * @param around words of places around it
 * @param firstCode least code, {@code 0} without a code
 * @param lastCode greatest code, {@link Long#MAX_VALUE} without a code
 */
record Query(String own, List<String> around, long firstCode, long lastCode) {
    private static final int CODE_DIGITS = 12;
    private static final int MOST_WORDS = 8;

    Query {
        around = List.copyOf(around);
    }

    static Query of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        long first = 0;
        long last = Long.MAX_VALUE;
        for (String word : plain.split("[\\s,、/>·]+", MOST_WORDS + 1)) {
            if (word.matches("[1-9][0-9]{0,11}")) {
                long span = 1;
                for (int i = word.length(); i < CODE_DIGITS; i++) {
                    span *= 10;
                }
                first = Math.max(first, Long.parseLong(word) * span);
                last = Math.min(last, (Long.parseLong(word) + 1) * span - 1);
            } else if (!word.isEmpty() && words.size() < MOST_WORDS) {
                words.add(word);
            }
        }
        return words.isEmpty()
                ? new Query("", List.of(), first, last)
                : new Query(words.getLast(), words.subList(0, words.size() - 1), first, last);
    }

    boolean isEmpty() {
        return own.isEmpty() && !hasCode();
    }

    boolean hasCode() {
        return firstCode > 0;
    }

    boolean hasCode(long code) {
        return firstCode <= code && code <= lastCode;
    }

    /** The same with the own word cut in two at a character: 合肥瑶海 as 合肥 瑶海. */
    Query cut(int at) {
        List<String> more = new ArrayList<>(around);
        more.add(own.substring(0, at));
        return new Query(own.substring(at), more, firstCode, lastCode);
    }

    /** How well a name answers the own word that it contains. */
    int quality(CharSequence pool, int start, int end, int at) {
        if (at > start) {
            return 2;
        }
        int rest = end - start - own.length();
        boolean whole = rest == 0 || (rest == 1 && "省市区县镇乡村".indexOf(pool.charAt(end - 1)) >= 0);
        return whole ? 0 : 1;
    }
}
