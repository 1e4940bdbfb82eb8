package org.bihuan.app.accounts.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bihuan.app.accounts.ServiceKey;
import org.bihuan.app.authority.Role;

/**
 * Keys of machines, and the form of a new one.
 *
 * @param fresh the key that was just made, empty when none was
 */
public record KeyForm(
        List<ServiceKey> keys, List<Role> roles, Map<String, String> values, String fresh, Instant now, Faults faults) {
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** Its role's name, or the word it is kept by when the role is gone. */
    public String role(ServiceKey key, boolean chinese) {
        return roles.stream()
                .filter(role -> role.id().equals(key.role()))
                .map(role -> role.name(chinese))
                .findFirst()
                .orElse(key.role());
    }
}
