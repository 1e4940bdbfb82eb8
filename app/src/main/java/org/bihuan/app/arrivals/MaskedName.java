package org.bihuan.app.arrivals;

/** A name that is only asked about: its first character, and stars. */
final class MaskedName {
    private static final long MOST = 4;

    private MaskedName() {}

    static String of(String name) {
        int[] characters = name.strip().codePoints().toArray();
        return characters.length == 0
                ? "*"
                : Character.toString(characters[0]) + "*".repeat((int) Math.clamp(characters.length - 1L, 1, MOST));
    }
}
