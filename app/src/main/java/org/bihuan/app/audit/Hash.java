package org.bihuan.app.audit;

import java.util.HexFormat;

/**
 * A SHA-256 hash.
 *
 * @param hex 64 hexadecimal digits, lower case
 */
public record Hash(String hex) {
    /** What stands before the first batch. */
    static final Hash ZERO = new Hash("0".repeat(64));

    private static final int LENGTH = 64;

    public Hash {
        if (hex.length() != LENGTH || !hex.chars().allMatch(each -> "0123456789abcdef".indexOf(each) >= 0)) {
            throw new IllegalArgumentException("a hash has 64 hexadecimal digits in lower case: " + hex);
        }
    }

    static Hash of(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
