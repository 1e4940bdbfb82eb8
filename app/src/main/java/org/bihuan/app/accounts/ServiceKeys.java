package org.bihuan.app.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Roles;
import org.bihuan.app.clock.WallClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keys of machines, such as a laboratory that sends results: each acts in one role at one region until it expires. A key
 * is shown once, when it is made; {@code bihuan_PREFIX_SECRET}, of which the prefix finds it and the secret proves it.
 * Thread-safe.
 */
@Service
public class ServiceKeys {
    private static final String MARK = "bihuan_";
    private static final int PREFIX = 10;
    private static final Duration NOTED = Duration.ofMinutes(1);

    private final ServiceKeyStore store;
    private final AttemptStore events;
    private final WallClock clock;

    ServiceKeys(ServiceKeyStore store, AttemptStore events, WallClock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /** A new key; what is given back is nowhere else. */
    @Transactional
    public String add(String name, Assignment as, Duration validFor, String by) {
        if (as.role().isAlone()) {
            throw new IllegalArgumentException("a machine is no " + as.role().id());
        }
        String prefix = Tokens.fresh().replaceAll("[^A-Za-z0-9]", "x").substring(0, PREFIX);
        String secret = Tokens.fresh();
        Instant now = clock.instant();
        store.add(UUID.randomUUID(), prefix, Tokens.hash(secret), name, as, by, now, now.plus(validFor));
        events.event("key-added", name, by, "", prefix + " " + as.key(), now);
        return MARK + prefix + "_" + secret;
    }

    /** Who asks with the key; empty when there is none such, or it has expired or was revoked. */
    @Transactional
    public Optional<Asker> find(String key) {
        int at = MARK.length() + PREFIX;
        if (!key.startsWith(MARK) || key.length() <= at || key.charAt(at) != '_') {
            return Optional.empty();
        }
        Instant now = clock.instant();
        ServiceKey found = store.find(key.substring(MARK.length(), at)).orElse(null);
        byte[] hash = Tokens.hash(key.substring(at + 1));
        if (found == null || !Tokens.areEqual(hash, found.hash()) || !found.isValid(now)) {
            return Optional.empty();
        }
        if (found.usedAt() == null || found.usedAt().plus(NOTED).isBefore(now)) {
            store.used(found.id(), now);
        }
        return Roles.builtIn()
                .find(found.role())
                .map(role -> new Asker(found.id(), "key:" + found.name(), found.name(), role, found.region(), ""));
    }

    @Transactional(readOnly = true)
    public List<ServiceKey> list() {
        return store.list();
    }

    /** Makes the key worthless from now on. */
    @Transactional
    public void revoke(UUID id, String by) {
        Instant now = clock.instant();
        store.revoke(id, now);
        events.event("key-revoked", id.toString(), by, "", "", now);
    }
}
