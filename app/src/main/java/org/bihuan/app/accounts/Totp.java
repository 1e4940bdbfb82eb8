package org.bihuan.app.accounts;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of an authenticator (RFC 6238): six digits, a new one every 30 seconds, HMAC-SHA-1 as all of them understand. */
final class Totp {
    private static final int SECONDS = 30;
    private static final int DIGITS = 6;
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    static long step(long epochSeconds) {
        return Math.floorDiv(epochSeconds, SECONDS);
    }

    static String code(byte[] secret, long step) {
        return code(secret, step, DIGITS);
    }

    static String code(byte[] secret, long step, int digits) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int offset = hash[hash.length - 1] & 15;
            int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7FFF_FFFF;
            return String.format(Locale.ROOT, "%0" + digits + "d", number % (int) Math.pow(10, digits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The step whose code was given: the present one or a neighbour, since clocks differ, but only one later than the last
     * that was used, so that a code seen over a shoulder is worth nothing.
     */
    static OptionalLong match(byte[] secret, String code, long epochSeconds, long lastUsed) {
        String digits = code.replace(" ", "");
        for (long step = step(epochSeconds) - 1; step <= step(epochSeconds) + 1; step++) {
            if (step > lastUsed && Tokens.areEqual(code(secret, step), digits)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /** The secret as people type it into an authenticator. */
    static String base32(byte[] secret) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte each : secret) {
            buffer = (buffer << 8) | (each & 255);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE_32.charAt((buffer >> bits) & 31));
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(BASE_32.charAt((buffer << (5 - bits)) & 31)).toString();
    }
}
