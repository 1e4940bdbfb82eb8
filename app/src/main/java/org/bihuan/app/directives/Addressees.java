package org.bihuan.app.directives;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.authority.Role;
import org.bihuan.app.authority.Roles;
import org.bihuan.app.returns.ReportingUnit;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;

/**
 * Whom a directive goes to: roles at places, and units of kinds in places.
 *
 * @param roles ids of roles
 * @param places divisions; the roles are meant at each of them, the units within them
 * @param unitKinds kinds of reporting unit
 */
public record Addressees(Set<String> roles, Set<DivisionCode> places, Set<String> unitKinds) {
    public Addressees {
        roles = Set.copyOf(roles);
        places = Set.copyOf(places);
        unitKinds = Set.copyOf(unitKinds);
    }

    /** Roles that can be sent to at a level: those that may read directives there. */
    public static List<Role> rolesAt(int level) {
        return Roles.builtIn().all().stream()
                .filter(role -> role.may(Permission.READ_DIRECTIVES))
                .filter(role -> role.coarsest() <= level && level <= role.finest())
                .toList();
    }

    /** The places below a headquarters that it sends to. */
    public static List<DivisionCode> placesOf(DivisionCode headquarters) {
        return Divisions.load().children(headquarters).stream()
                .filter(place -> !Divisions.load().findName(place).orElse("").equals("市辖区"))
                .toList();
    }

    /** The recipients that this means at this moment, each once. */
    List<Recipient> freeze(UUID directive, List<ReportingUnit> units) {
        List<Recipient> recipients = new ArrayList<>();
        for (DivisionCode place : places.stream().sorted().toList()) {
            rolesAt(place.level()).stream()
                    .filter(role -> roles.contains(role.id()))
                    .forEach(role -> recipients.add(of(directive, "role", role.id(), role.zh(), null, "", place)));
        }
        units.stream()
                .filter(unit -> unit.until() == null && unitKinds.contains(unit.kind()))
                .filter(unit -> places.stream().anyMatch(place -> place.contains(unit.division())))
                .forEach(unit -> recipients.add(of(
                        directive,
                        "unit",
                        unit.id().toString(),
                        unit.name(),
                        unit.login(),
                        unit.phone(),
                        unit.division())));
        return recipients;
    }

    static Recipient of(
            UUID directive,
            String kind,
            String ref,
            String name,
            @org.jspecify.annotations.Nullable String login,
            String phone,
            DivisionCode place) {
        return new Recipient(
                UUID.randomUUID(), directive, kind, ref, name, login, phone, place, null, null, null, 0, null);
    }
}
