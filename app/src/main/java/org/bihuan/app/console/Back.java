package org.bihuan.app.console;

/** Where a form came from; only places within this site. */
final class Back {
    private Back() {}

    static String or(String back, String otherwise) {
        boolean own =
                back.startsWith("/") && !back.startsWith("//") && back.chars().allMatch(Back::isPlain);
        return own ? back : otherwise;
    }

    /** The address with a word about what has been done. */
    static String with(String path, String done) {
        String plain = path.replaceAll("([?&])done=[a-z]*&?", "$1").replaceAll("[?&]$", "");
        return plain + (plain.indexOf('?') < 0 ? "?" : "&") + "done=" + done;
    }

    /** Printable ASCII without what a redirect or a browser would read as something else. */
    private static boolean isPlain(int character) {
        return character > 0x20 && character < 0x7F && "\\{}".indexOf(character) < 0;
    }
}
