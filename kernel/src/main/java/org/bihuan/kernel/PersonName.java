package org.bihuan.kernel;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A name as it is compared: half width, capital, without the dots inside long names; a name in Chinese characters
 * without spaces, others with one between words.
 *
 * @param text in that form; empty when nothing of the name is a letter
 */
public record PersonName(String text) {
    private static final int FRAGMENT = 2;
    private static final int MOST = 60;

    /** The name in its form for comparing. */
    public static PersonName of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\p{P}\\p{S}]", " ")
                .strip()
                .replaceAll("\\s+", " ");
        boolean han = plain.codePoints().anyMatch(Character::isIdeographic);
        String text = han ? plain.replace(" ", "") : plain;
        return new PersonName(text.length() > MOST ? text.substring(0, text.offsetByCodePoints(0, MOST / 2)) : text);
    }

    /**
     * Parts by which somebody who remembers some of the name finds it: every two characters that stand together. A
     * single character would find half the city.
     */
    public Set<String> fragments() {
        Set<String> fragments = new LinkedHashSet<>();
        for (String word : text.split(" ", -1)) {
            int[] characters = word.codePoints().toArray();
            for (int i = 0; i + FRAGMENT <= characters.length; i++) {
                fragments.add(new String(characters, i, FRAGMENT));
            }
        }
        return fragments;
    }

    /** The first character and a star for each other one. */
    public static String masked(String name) {
        int characters = name.codePointCount(0, name.length());
        return characters == 0 ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "*".repeat(characters - 1);
    }

    /** Masked, so that a name does not reach a log by accident. */
    @Override
    public String toString() {
        return masked(text);
    }
}
