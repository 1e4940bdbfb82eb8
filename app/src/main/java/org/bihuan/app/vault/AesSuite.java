package org.bihuan.app.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM and HMAC-SHA-256. Thread-safe. */
final class AesSuite implements Suite {
    private static final String MAC = "HmacSHA256";

    @Override
    public byte number() {
        return 1;
    }

    @Override
    public String word() {
        return "aes";
    }

    @Override
    public byte[] seal(byte[] key, byte[] plain, byte[] context) throws GeneralSecurityException {
        return new AesGcmJce(key).encrypt(plain, context);
    }

    @Override
    public byte[] open(byte[] key, byte[] sealed, byte[] context) throws GeneralSecurityException {
        return new AesGcmJce(key).decrypt(sealed, context);
    }

    /** A copy of one that is ready for each hash: looking for the algorithm takes longer than the hash of a short text. */
    @Override
    public UnaryOperator<byte[]> hashing(byte[] key) {
        try {
            Mac ready = Mac.getInstance(MAC);
            ready.init(new SecretKeySpec(key, MAC));
            return text -> {
                try {
                    return ((Mac) ready.clone()).doFinal(text);
                } catch (CloneNotSupportedException e) {
                    throw new IllegalStateException(MAC + " of this platform cannot be copied", e);
                }
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MAC, e);
        }
    }
}
