package org.bihuan.app.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The suite that installations in China have to use: SM4-GCM (GB/T 32907; the first half of a key) and HMAC-SM3 (GB/T
 * 32905). Thread-safe.
 */
final class SmSuite implements Suite {
    private static final int KEY = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();

    @Override
    public byte number() {
        return 2;
    }

    @Override
    public String word() {
        return "sm";
    }

    @Override
    public byte[] seal(byte[] key, byte[] plain, byte[] context) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] text = run(true, key, nonce, plain, 0, context);
        byte[] sealed = Arrays.copyOf(nonce, NONCE + text.length);
        System.arraycopy(text, 0, sealed, NONCE, text.length);
        return sealed;
    }

    @Override
    public byte[] open(byte[] key, byte[] sealed, byte[] context) throws GeneralSecurityException {
        if (sealed.length < NONCE + TAG_BITS / 8) {
            throw new GeneralSecurityException("sealed text too short");
        }
        return run(false, key, Arrays.copyOf(sealed, NONCE), sealed, NONCE, context);
    }

    @Override
    public UnaryOperator<byte[]> hashing(byte[] key) {
        KeyParameter parameter = new KeyParameter(key);
        return text -> {
            HMac mac = new HMac(new SM3Digest());
            mac.init(parameter);
            mac.update(text, 0, text.length);
            byte[] hash = new byte[mac.getMacSize()];
            mac.doFinal(hash, 0);
            return hash;
        };
    }

    private static byte[] run(boolean seal, byte[] key, byte[] nonce, byte[] text, int from, byte[] context)
            throws GeneralSecurityException {
        var cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(seal, new AEADParameters(new KeyParameter(key, 0, KEY), TAG_BITS, nonce, context));
        byte[] result = new byte[cipher.getOutputSize(text.length - from)];
        try {
            int done = cipher.processBytes(text, from, text.length - from, result, 0);
            cipher.doFinal(result, done);
            return result;
        } catch (InvalidCipherTextException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
