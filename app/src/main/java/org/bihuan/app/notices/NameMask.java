package org.bihuan.app.notices;

/** A name that tells those who know it that the paper is theirs, and others nothing. */
final class NameMask {
    private NameMask() {}

    /** The first character, and a star for each that follows, at most four. */
    static String of(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()) {
            return "*";
        }
        int[] characters = stripped.codePoints().toArray();
        return Character.toString(characters[0]) + "*".repeat(Math.clamp(characters.length - 1L, 1, 4));
    }
}
