package org.bihuan.app.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** The form of a sealed text: the suite's number, then what the suite made of it. */
final class Seal {
    private Seal() {}

    static byte[] close(Suite suite, byte[] key, byte[] plain, String context) {
        try {
            byte[] text = suite.seal(key, plain, context.getBytes(StandardCharsets.UTF_8));
            byte[] sealed = new byte[text.length + 1];
            sealed[0] = suite.number();
            System.arraycopy(text, 0, sealed, 1, text.length);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal " + context, e);
        }
    }

    static byte[] open(byte[] key, byte[] sealed, String context) {
        if (sealed.length == 0) {
            throw new SealBroken("nothing is sealed at " + context);
        }
        byte[] text = new byte[sealed.length - 1];
        System.arraycopy(sealed, 1, text, 0, text.length);
        try {
            return Suites.of(sealed[0]).open(key, text, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new SealBroken("the seal of " + context + " is broken", e);
        }
    }
}
