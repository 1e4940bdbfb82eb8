package org.bihuan.app.directives.web;

import java.util.List;
import java.util.Set;
import org.bihuan.app.authority.Role;
import org.bihuan.app.directives.Directive;
import org.bihuan.app.directives.Directives;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * The form that sends a directive.
 *
 * @param typed what was typed, or what it begins with
 * @param amends the directive that it replaces, null for none
 * @param roles roles that can be chosen
 * @param places places that can be chosen
 * @param kinds kinds of unit that can be chosen
 * @param chosenPlaces codes of the places chosen
 * @param error what is wrong, empty for nothing
 */
public record SendView(
        Directives.Typed typed,
        @Nullable Directive amends,
        List<Role> roles,
        List<DivisionCode> places,
        List<String> kinds,
        Set<String> chosenPlaces,
        String error) {}
