package org.bihuan.app.vault;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.bihuan.app.startup.StartupRefused;
import org.springframework.stereotype.Component;

/** The master keys and the key of the keyed hash, open in memory while the server runs. Thread-safe. */
@Component
class Keys {
    private static final String INDEX = "vault.index_key:";

    private final MasterKeys masters;
    private final Suite suite;
    private final UnaryOperator<byte[]> hashing;

    Keys(KeySettings settings, KeyStore store) {
        this.suite = Suites.named(settings.suite());
        boolean inUse = store.indexKey().isPresent();
        this.masters = settings.load(inUse);
        if (!inUse) {
            byte[] secret = new byte[Suite.KEY_LENGTH];
            new SecureRandom().nextBytes(secret);
            UUID id = UUID.randomUUID();
            store.insertIndexKey(id, suite.word(), masters.newest(), masters.wrap(suite, secret, INDEX + id));
        }
        KeyStore.Wrapped wrapped = store.indexKey().orElseThrow();
        byte[] index = unwrap(wrapped);
        this.hashing = Suites.named(wrapped.owner).hashing(index);
        if (wrapped.master != masters.newest()) {
            store.rewrapIndexKey(masters.newest(), masters.wrap(suite, index, INDEX + wrapped.id));
        }
    }

    private byte[] unwrap(KeyStore.Wrapped wrapped) {
        try {
            return masters.unwrap(wrapped.master, wrapped.wrapped, INDEX + wrapped.id);
        } catch (SealBroken e) {
            throw new StartupRefused(
                    "master-key-wrong",
                    "主密钥与数据库不符：它打不开库里的密钥。请用当初的主密钥（--bihuan.keys.file）。",
                    "The master key does not fit the database: it does not open the keys there. Use the one that"
                            + " belongs to it (--bihuan.keys.file).",
                    e);
        }
    }

    MasterKeys masters() {
        return masters;
    }

    Suite suite() {
        return suite;
    }

    byte[] hash(byte[] text) {
        return hashing.apply(text);
    }
}
