package org.bihuan.app.accounts;

import java.util.List;

/** Log-ins that a demonstration shows to everybody; in earnest there are none. */
public record ShownAccounts(List<Shown> accounts) {
    public ShownAccounts {
        accounts = List.copyOf(accounts);
    }

    /** One of them. */
    public record Shown(String login, String password, Assignment as) {}
}
