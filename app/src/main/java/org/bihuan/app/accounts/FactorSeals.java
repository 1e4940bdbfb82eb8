package org.bihuan.app.accounts;

import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.app.clock.WallClock;
import org.bihuan.app.vault.DataKey;
import org.bihuan.app.vault.Vault;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps secrets of second factors sealed, each with a key of its account that only the server's master key opens: whoever
 * has a copy of the database can make no codes. Secrets that lay open before are sealed at the next start. Thread-safe.
 */
@Component
class FactorSeals {
    private final AccountStore store;
    private final Vault vault;
    private final WallClock clock;

    FactorSeals(AccountStore store, Vault vault, WallClock clock) {
        this.store = store;
        this.vault = vault;
        this.clock = clock;
    }

    /** The secret as it may lie in the database. In the caller's transaction. */
    byte[] seal(UUID account, byte[] secret) {
        String owner = owner(account);
        DataKey key = Objects.requireNonNull(
                vault.keysOf(List.of(owner), clock.instant()).get(owner));
        return key.seal(Base64.getEncoder().encodeToString(secret), context(account));
    }

    /** The secret as codes are computed from it. */
    byte[] open(UUID account, byte[] stored) {
        if (isPlain(stored)) {
            return stored;
        }
        String owner = owner(account);
        DataKey key = Objects.requireNonNull(vault.find(List.of(owner)).get(owner), "the key was destroyed");
        return Base64.getDecoder().decode(key.open(stored, context(account)));
    }

    /** Destroys the account's key: its secret is worth nothing any more. */
    void forget(UUID account) {
        vault.destroy(List.of(owner(account)), clock.instant());
    }

    /** Seals what lies open. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void sealAll() {
        store.secondFactors().forEach((account, stored) -> {
            if (isPlain(stored)) {
                store.sealSecondFactor(account, seal(account, stored));
            }
        });
    }

    /** A seal is always longer than what it seals. */
    private static boolean isPlain(byte[] stored) {
        return stored.length == SecondFactors.SECRET_BYTES;
    }

    private static String owner(UUID account) {
        return "account:" + account;
    }

    private static String context(UUID account) {
        return "accounts.account.second_factor:" + account;
    }
}
