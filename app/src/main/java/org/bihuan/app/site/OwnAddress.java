package org.bihuan.app.site;

/** Where a form came from; only places within this site. */
public final class OwnAddress {
    private OwnAddress() {}

    /** The address when it lies within this site, else the other one. */
    public static String or(String back, String otherwise) {
        boolean own =
                back.startsWith("/") && !back.startsWith("//") && back.chars().allMatch(OwnAddress::isPlain);
        return own ? back : otherwise;
    }

    /** Printable ASCII without what a redirect or a browser would read as something else. */
    private static boolean isPlain(int character) {
        return character > 0x20 && character < 0x7F && "\\{}".indexOf(character) < 0;
    }
}
