package org.bihuan.app.accounts.web;

import java.util.List;
import java.util.UUID;
import org.bihuan.app.accounts.Account;
import org.bihuan.app.accounts.Assignment;
import org.bihuan.app.accounts.SecondFactors;
import org.bihuan.app.accounts.Session;
import org.jspecify.annotations.Nullable;

/**
 * One's own account.
 *
 * @param account as it stands
 * @param acting key of the role in use
 * @param current the session that shows it
 * @param sessions all of the account's, the newest first
 * @param offer a secret to be confirmed, null when the second factor is on
 * @param code the same as a drawing
 * @param faults message keys of what is wrong, by field
 * @param done what has just been done, empty when nothing
 */
public record AccountView(
        Account account,
        String acting,
        UUID current,
        List<Session> sessions,
        SecondFactors.@Nullable Offer offer,
        @Nullable QrCode code,
        Faults faults,
        String done) {

    /** Roles to change to. */
    public List<Assignment> others() {
        return account.assignments().stream()
                .filter(each -> !each.key().equals(acting))
                .toList();
    }
}
