package org.bihuan.trace.index;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A scan id as 128 bits of its SHA-256: short enough to keep for every row, long enough that nobody can make two ids that
 * pass for one another and so hide a visit. Not thread-safe.
 */
final class ScanId {
    private final MessageDigest digest;
    private final byte[] hash = new byte[32];
    private long high;
    private long low;

    ScanId() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }

    /** Hashes the id; both halves are zero for an empty one. */
    void set(byte[] id, int from, int to) {
        high = 0;
        low = 0;
        if (from == to) {
            return;
        }
        digest.update(id, from, to - from);
        try {
            digest.digest(hash, 0, hash.length);
        } catch (DigestException impossible) {
            throw new AssertionError(impossible);
        }
        ByteBuffer halves = ByteBuffer.wrap(hash);
        high = halves.getLong();
        low = halves.getLong() | 1; // never the zero that means no id
    }

    long high() {
        return high;
    }

    long low() {
        return low;
    }
}
