package org.bihuan.app.authority;

import java.util.UUID;
import org.bihuan.kernel.DivisionCode;

/**
 * Who asks: an account, or a machine's key, in one of its roles.
 *
 * @param account id of the account or key
 * @param login what it logs in as; recorded as the source of what it does
 * @param name what people call it
 * @param role the role it acts in now
 * @param region where it has that role
 * @param purpose why it asks, in its own words; empty when it did not say
 * @param kin whom they should not look up for themselves
 */
public record Asker(UUID account, String login, String name, Role role, DivisionCode region, String purpose, Kin kin) {

    /** Somebody of whose kin nothing is known. */
    public Asker(UUID account, String login, String name, Role role, DivisionCode region, String purpose) {
        this(account, login, name, role, region, purpose, Kin.NONE);
    }

    /** The same, knowing whom they should not look up for themselves. */
    public Asker withKin(Kin known) {
        return new Asker(account, login, name, role, region, purpose, known);
    }

    /** The same, saying why. */
    public Asker forPurpose(String why) {
        return why.equals(purpose) ? this : new Asker(account, login, name, role, region, why, kin);
    }

    public boolean may(Permission permission) {
        return role.may(permission);
    }

    public Sight sight() {
        return Sight.of(region, role.owners());
    }
}
