package org.bihuan.app.facts;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.vault.DataKey;
import org.bihuan.app.vault.SealBroken;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.fact.SealedText;
import org.jspecify.annotations.Nullable;

/** A sealed value as the text that stands in its place: the id of its key and the seal, in letters that JSON keeps. */
final class Token {
    private static final int KEY = 16;

    private final UUID key;
    private final byte[] sealed;

    private Token(UUID key, byte[] sealed) {
        this.key = key;
        this.sealed = sealed;
    }

    /** The text for a value of a fact's field. */
    static String seal(DataKey key, String json, String context) {
        byte[] sealed = key.seal(json, context);
        ByteBuffer bytes = ByteBuffer.allocate(KEY + sealed.length)
                .putLong(key.id().getMostSignificantBits())
                .putLong(key.id().getLeastSignificantBits())
                .put(sealed);
        return SealedText.PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Where a field of a fact lies: a token opens nowhere else. */
    static String context(FactId fact, String field) {
        return "fact:" + fact + ":" + field;
    }

    /** Reads a token, empty when the value is none. */
    static Optional<Token> parse(@Nullable Object value) {
        if (value == null || !SealedText.is(value)) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(
                    Base64.getUrlDecoder().decode(value.toString().substring(SealedText.PREFIX.length())));
            if (bytes.remaining() <= KEY) {
                return Optional.empty();
            }
            UUID key = new UUID(bytes.getLong(), bytes.getLong());
            byte[] sealed = new byte[bytes.remaining()];
            bytes.get(sealed);
            return Optional.of(new Token(key, sealed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    UUID key() {
        return key;
    }

    /**
     * The value as JSON.
     *
     * @throws SealBroken when it was changed or moved
     */
    String open(DataKey with, String context) {
        return with.open(sealed, context);
    }
}
