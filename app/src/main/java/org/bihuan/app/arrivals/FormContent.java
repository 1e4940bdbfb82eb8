package org.bihuan.app.arrivals;

import java.util.Set;
import java.util.stream.Stream;

/** What a form says, so that another one under its key is known as another. */
final class FormContent {
    /** Field with the moment that a phone said for what was done without a network. */
    static final String SAID = "said";

    private static final Set<String> OF_THE_PAGE = Set.of("_csrf", "find");

    private FormContent() {}

    /**
     * Each field that holds something, and what, in the order of the names; not what belongs to the page alone, nor a moment
     * that is the server's where a phone said another.
     */
    static String[] of(Fields fields) {
        return fields.typed().keySet().stream()
                .filter(name -> fields.has(name) && !OF_THE_PAGE.contains(name))
                .filter(name -> !name.equals("at") || !fields.has(SAID))
                .sorted()
                .flatMap(name -> Stream.of(name, fields.of(name)))
                .toArray(String[]::new);
    }
}
