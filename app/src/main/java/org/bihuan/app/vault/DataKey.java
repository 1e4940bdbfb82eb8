package org.bihuan.app.vault;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The open key of one owner, most often a person. Lives as long as the work it was asked for. Thread-safe. */
public final class DataKey {
    private final UUID id;
    private final Suite suite;
    private final byte[] secret;

    DataKey(UUID id, Suite suite, byte[] secret) {
        this.id = id;
        this.suite = suite;
        this.secret = secret;
    }

    /** Its id, to be kept beside what it seals. */
    public UUID id() {
        return id;
    }

    /**
     * Seals a text.
     *
     * @param context what it belongs to, such as table, row and column: it opens nowhere else
     */
    public byte[] seal(String plain, String context) {
        return seal(plain.getBytes(StandardCharsets.UTF_8), context);
    }

    /** Seals bytes, as {@link #seal(String, String)} a text. */
    public byte[] seal(byte[] plain, String context) {
        return Seal.close(suite, secret, plain, context);
    }

    /**
     * Opens a text.
     *
     * @throws SealBroken when it was changed, or sealed by another key or for another context
     */
    public String open(byte[] sealed, String context) {
        return new String(openBytes(sealed, context), StandardCharsets.UTF_8);
    }

    /**
     * Opens bytes.
     *
     * @throws SealBroken as for a text
     */
    public byte[] openBytes(byte[] sealed, String context) {
        return Seal.open(secret, sealed, context);
    }
}
