package org.bihuan.app.doorstep;

import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.app.vault.DataKey;
import org.bihuan.app.vault.Vault;
import org.bihuan.policy.fact.SealedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Seals what phones brought, each with a key of its own: whose it is, is not known while its duty is not. Thread-safe. */
@Component
class HeldSeals {
    private final Vault vault;
    private final Clock clock;

    HeldSeals(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /** The text as it may lie in the database. In the caller's transaction. */
    String seal(UUID held, String plain) {
        String owner = owner(held);
        DataKey key = Objects.requireNonNull(
                vault.keysOf(List.of(owner), clock.instant()).get(owner));
        return SealedText.PREFIX + Base64.getEncoder().encodeToString(key.seal(plain, owner));
    }

    /** The text open; null once its key was destroyed. */
    @Nullable String open(UUID held, String stored) {
        if (!SealedText.is(stored)) {
            return stored;
        }
        String owner = owner(held);
        DataKey key = vault.find(List.of(owner)).get(owner);
        return key == null
                ? null
                : key.open(Base64.getDecoder().decode(stored.substring(SealedText.PREFIX.length())), owner);
    }

    /** Destroys the keys. */
    void destroy(List<UUID> held, Instant now) {
        vault.destroy(held.stream().map(HeldSeals::owner).toList(), now);
    }

    private static String owner(UUID held) {
        return "held:" + held;
    }
}
