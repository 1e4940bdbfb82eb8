package org.bihuan.app.authority;

import java.util.Set;

/**
 * What a kind of person does.
 *
 * @param id as in packs where a duty's owner has the same name
 * @param owners whose duties it sees; empty for everybody's
 * @param permissions what it may do, in its region
 * @param coarsest the largest region it is given for, 1 province to 5 village
 * @param finest the smallest
 * @param isAlone whether an account with this role has no other: administrator, security officer and auditor are apart
 */
public record Role(
        String id,
        String zh,
        String en,
        Set<String> owners,
        Set<Permission> permissions,
        int coarsest,
        int finest,
        boolean isAlone) {
    public Role {
        owners = Set.copyOf(owners);
        permissions = Set.copyOf(permissions);
    }

    /** Whether it may; what is public or everybody's own needs no role. */
    public boolean may(Permission permission) {
        return permission == Permission.PUBLIC || permission == Permission.SELF || permissions.contains(permission);
    }

    /** Its name in Chinese or English. */
    public String name(boolean chinese) {
        return chinese ? zh : en;
    }
}
