package org.bihuan.app.accounts.web;

import java.util.Map;

/**
 * The form of the first administrator.
 *
 * @param token that lets it be sent
 */
public record SetupForm(String token, Map<String, String> values, Faults faults) {
    public String value(String name) {
        return values.getOrDefault(name, "");
    }
}
