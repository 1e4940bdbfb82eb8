package org.bihuan.app.site;

import java.util.List;
import java.util.function.Supplier;
import org.bihuan.app.authority.Role;
import org.bihuan.kernel.DivisionCode;

/**
 * The other roles and regions that whoever asks may go on in; the module that knows accounts declares one as a bean.
 *
 * @param choices looked up when a page is made
 */
public record OtherRoles(Supplier<List<Choice>> choices) {
    /**
     * A role at a region.
     *
     * @param key what the form sends
     */
    public record Choice(String key, Role role, DivisionCode region) {}
}
