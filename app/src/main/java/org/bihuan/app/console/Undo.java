package org.bihuan.app.console;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something just recorded about a duty that may be taken back, as an address carries it to the page that offers so.
 *
 * @param what {@code evidence} or a kind of work, as in the address that recorded it
 * @param key the key it was recorded under
 */
public record Undo(UUID duty, String what, String key) {
    private static final Pattern FORM =
            Pattern.compile("(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})\\.([a-z]{1,20})\\.([\\w-]{1,100})");

    /** Empty for what is none; only such texts stand in a page's form. */
    public static Optional<Undo> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new Undo(UUID.fromString(form.group(1)), form.group(2), form.group(3)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return duty + "." + what + "." + key;
    }
}
