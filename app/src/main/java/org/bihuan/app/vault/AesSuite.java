package org.bihuan.app.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
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

    @Override
    public byte[] hash(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MAC, e);
        }
    }
}
