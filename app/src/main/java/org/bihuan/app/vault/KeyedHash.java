package org.bihuan.app.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.bihuan.kernel.IdentityDocument;
import org.springframework.stereotype.Service;

/**
 * Finds what is sealed: the same text gives the same hash, and who has only the database can neither read the text nor
 * try out all numbers, since the key is not there. Thread-safe.
 */
@Service
public class KeyedHash {
    private final Keys keys;

    KeyedHash(Keys keys) {
        this.keys = keys;
    }

    /** The hash that a person's document is found by. */
    public UUID ofDocument(IdentityDocument document) {
        return of("document", document.kind().word(), document.number());
    }

    /**
     * 128 bits of the keyed hash of the parts in their order.
     *
     * @param purpose what is hashed, so that a name and a number never meet
     */
    public UUID of(String purpose, String... parts) {
        int length = 4;
        byte[][] bytes = new byte[parts.length + 1][];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (i == 0 ? purpose : parts[i - 1]).getBytes(StandardCharsets.UTF_8);
            length += 4 + bytes[i].length;
        }
        ByteBuffer text = ByteBuffer.allocate(length).putInt(bytes.length);
        for (byte[] part : bytes) {
            text.putInt(part.length).put(part);
        }
        ByteBuffer hash = ByteBuffer.wrap(keys.hash(text.array()));
        return new UUID(hash.getLong(), hash.getLong());
    }
}
