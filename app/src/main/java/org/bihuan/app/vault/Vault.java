package org.bihuan.app.vault;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bihuan.app.database.Standing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Data keys by owner, made, opened and destroyed. No key is kept in memory beyond a call. Thread-safe. */
@Service
public class Vault {
    private final KeyStore store;
    private final Keys keys;
    private final SecureRandom random = new SecureRandom();
    private final Standing<List<KeyCount>> counts;

    Vault(KeyStore store, Keys keys) {
        this.store = store;
        this.keys = keys;
        this.counts = Standing.of(_ -> store.count());
    }

    /**
     * The keys of the owners, made for those who have none.
     *
     * @param owners subjects, as {@code type:id}
     */
    @Transactional
    public Map<String, DataKey> keysOf(Collection<String> owners, Instant now) {
        Map<String, DataKey> found = open(store.ofOwners(owners));
        List<KeyStore.Wrapped> made = new ArrayList<>();
        Map<UUID, byte[]> secrets = new HashMap<>();
        for (String owner : new TreeSet<>(owners)) { // in one order, so that two transactions do not wait in a circle
            if (!found.containsKey(owner)) {
                byte[] secret = new byte[Suite.KEY_LENGTH];
                random.nextBytes(secret);
                UUID id = UUID.randomUUID();
                secrets.put(id, secret);
                made.add(new KeyStore.Wrapped(
                        id, owner, keys.masters().newest(), keys.masters().wrap(keys.suite(), secret, context(id))));
            }
        }
        if (!made.isEmpty()) {
            Set<UUID> kept = store.insert(made, now);
            List<String> others = new ArrayList<>();
            for (KeyStore.Wrapped each : made) {
                if (kept.contains(each.id)) {
                    found.put(
                            each.owner,
                            new DataKey(each.id, keys.suite(), Objects.requireNonNull(secrets.get(each.id))));
                } else {
                    others.add(each.owner); // somebody else was quicker
                }
            }
            if (!others.isEmpty()) {
                found.putAll(open(store.ofOwners(others)));
            }
        }
        return found;
    }

    /** The keys of those owners who have one. */
    @Transactional(readOnly = true)
    public Map<String, DataKey> find(Collection<String> owners) {
        return open(store.ofOwners(owners));
    }

    /** The keys of the ids; a key that was destroyed is left out. */
    @Transactional(readOnly = true)
    public Map<UUID, DataKey> byIds(Collection<UUID> ids) {
        Map<UUID, DataKey> open = new HashMap<>();
        open(store.byIds(ids)).values().forEach(key -> open.put(key.id(), key));
        return open;
    }

    /** Destroys the keys of the owners and with them all that they sealed; gives back whose there were. */
    @Transactional
    public List<String> destroy(Collection<String> owners, Instant now) {
        return store.destroy(owners, now);
    }

    /** How many keys each master key wraps. */
    @Transactional(readOnly = true)
    public List<KeyCount> count() {
        return store.count();
    }

    /** The same as some minutes before: there is a key a person, and counting reads them all. */
    public List<KeyCount> counted(Instant now) {
        return counts.at(now);
    }

    /** Number of the newest master key. */
    public int master() {
        return keys.masters().newest();
    }

    /** The suite that seals from now on, {@code aes} or {@code sm}. */
    public String suite() {
        return keys.suite().word();
    }

    /**
     * Wraps some keys of older master keys with the newest.
     *
     * @return how many; none are left when it is 0
     */
    @Transactional
    public int rewrapNext(int limit) {
        int newest = keys.masters().newest();
        List<KeyStore.Wrapped> wrapped = store.lockOlder(newest, limit).stream()
                .map(each -> new KeyStore.Wrapped(
                        each.id,
                        each.owner,
                        newest,
                        keys.masters()
                                .wrap(
                                        keys.suite(),
                                        keys.masters().unwrap(each.master, each.wrapped, context(each.id)),
                                        context(each.id))))
                .toList();
        store.rewrap(wrapped);
        return wrapped.size();
    }

    private Map<String, DataKey> open(List<KeyStore.Wrapped> wrapped) {
        Map<String, DataKey> open = new HashMap<>();
        for (KeyStore.Wrapped each : wrapped) {
            byte[] secret = keys.masters().unwrap(each.master, each.wrapped, context(each.id));
            open.put(each.owner, new DataKey(each.id, keys.suite(), secret));
        }
        return open;
    }

    private static String context(UUID id) {
        return "vault.data_key:" + id;
    }
}
