package org.bihuan.app.arrivals;

import java.util.List;
import java.util.Map;

/**
 * The form of a self-declaration.
 *
 * @param key id of the declaration, made with the form
 * @param typed what was typed before something was refused
 * @param error what is wrong, empty for nothing
 * @param field name of the field that is wrong, empty for none
 * @param destinations where one can be going
 * @param transports means of transport
 * @param companions how many others may be named
 * @param use what it is used for
 * @param kept how long it is kept
 */
public record DeclareView(
        String key,
        Map<String, String> typed,
        String error,
        String field,
        List<DestinationChoice> destinations,
        List<String> transports,
        int companions,
        String use,
        String kept) {
    public DeclareView {
        typed = Map.copyOf(typed);
    }

    /** What was typed into a field. */
    public String value(String name) {
        return typed.getOrDefault(name, "");
    }
}
