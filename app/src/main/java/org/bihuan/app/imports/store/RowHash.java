package org.bihuan.app.imports.store;

import java.util.UUID;
import org.bihuan.app.vault.KeyedHash;
import org.springframework.stereotype.Component;

/**
 * Keys the hashes by which rows and their facts are told apart: who has the database alone cannot try out what a row says.
 * The keyed hash is made of the hash that was kept before, so that old rows could be keyed without reading them.
 * Thread-safe.
 */
@Component
public class RowHash {
    private final KeyedHash hash;

    RowHash(KeyedHash hash) {
        this.hash = hash;
    }

    /** The keyed hash of what a row says. */
    public UUID of(UUID plain) {
        return hash.of("ledger-row", plain.toString());
    }

    /** The keyed hash of what a fact of a row says; empty stays empty. */
    public String ofContent(String plain) {
        return plain.isEmpty() ? "" : hash.of("ledger-content", plain).toString();
    }
}
