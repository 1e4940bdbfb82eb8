package org.bihuan.app.console;

import org.bihuan.app.site.OwnAddress;

/** Where a form came from; only places within this site. */
final class Back {
    private Back() {}

    static String or(String back, String otherwise) {
        return OwnAddress.or(back, otherwise);
    }

    /** The address with a word about what has been done, and the way to take it back. */
    static String with(String path, String done, Undo undo) {
        return with(path, done) + "&undo=" + undo;
    }

    /** The address with a word about what has been done. */
    static String with(String path, String done) {
        String plain =
                path.replaceAll("([?&])(?:(?:done|undo)=[^&]*(?:&|$))+", "$1").replaceAll("[?&]$", "");
        return plain + (plain.indexOf('?') < 0 ? "?" : "&") + "done=" + done;
    }
}
