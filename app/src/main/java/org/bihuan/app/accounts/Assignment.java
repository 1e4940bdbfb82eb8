package org.bihuan.app.accounts;

import org.bihuan.app.authority.Role;
import org.bihuan.kernel.DivisionCode;

/** A role at a region. */
public record Assignment(Role role, DivisionCode region) {
    /** Both in one word, for forms: {@code community@210302001000}. */
    public String key() {
        return role.id() + "@" + region;
    }
}
