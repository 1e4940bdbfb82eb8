package org.bihuan.app.accounts.web;

import java.util.List;
import java.util.Map;
import org.bihuan.app.accounts.Account;
import org.bihuan.app.authority.Role;
import org.jspecify.annotations.Nullable;

/**
 * The form of an account for administrators.
 *
 * @param account what is changed, null for a new one
 * @param values what was typed or stands
 * @param roles all there are
 * @param places codes and names to choose from
 * @param rows how many roles the form has room for
 * @param isOidcOn whether people can log in elsewhere too
 */
public record AccountForm(
        @Nullable Account account,
        Map<String, String> values,
        List<Role> roles,
        List<Place> places,
        int rows,
        Faults faults,
        String done,
        boolean isOidcOn) {

    /** A division to choose. */
    public record Place(String code, String name) {}

    public String value(String name) {
        return values.getOrDefault(name, "");
    }
}
