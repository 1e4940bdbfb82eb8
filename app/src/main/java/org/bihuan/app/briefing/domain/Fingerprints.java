package org.bihuan.app.briefing.domain;

import java.util.Arrays;
import org.bihuan.policy.fact.HashId;

/** A set of 64-bit hashes, 8 bytes each. Everything is added before the first look. Not thread-safe. */
public final class Fingerprints {
    private static final int MARGIN = 1_024;

    private long[] hashes;
    private int size;
    private boolean isSorted = true;

    /** @param expected about how many there will be */
    public Fingerprints(int expected) {
        hashes = new long[expected + expected / 64 + MARGIN];
    }

    /** Of what a thing in a list is, and as part of what it counts; two different ones share one hardly ever. */
    public static long of(String ref, String part) {
        var id = HashId.of(ref, part);
        return id.getMostSignificantBits() ^ Long.rotateLeft(id.getLeastSignificantBits(), 17);
    }

    /** Takes a hash in. */
    public void add(long hash) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size + size / 4);
        }
        hashes[size++] = hash;
        isSorted = false;
    }

    /** Whether it was added. */
    public boolean contains(long hash) {
        if (!isSorted) {
            Arrays.sort(hashes, 0, size);
            isSorted = true;
        }
        return Arrays.binarySearch(hashes, 0, size, hash) >= 0;
    }
}
