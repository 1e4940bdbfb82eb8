package org.bihuan.bench;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How fast this machine is at the moment: the same work for one thread, before and after what is measured. A rented machine
 * may be half as fast an hour later, and figures of two days can only be compared when this stands beside them.
 */
public final class MachineSpeed {
    private static final int ROUNDS = 9;
    private static final int TEXTS = 100_000;

    private MachineSpeed() {}

    /** Such as {@code machine: 3.1 M texts hashed and counted a second}, the median of a few rounds. */
    public static String now() {
        double[] rounds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            int different = work();
            rounds[round] = different / ((System.nanoTime() - start) / 1e9);
        }
        Arrays.sort(rounds);
        return String.format(
                Locale.ROOT, "machine: %.2f M texts hashed and counted a second", rounds[ROUNDS / 2] / 1e6);
    }

    private static int work() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Map<Integer, Integer> counts = new HashMap<>();
            byte[] text = new byte[256];
            for (int i = 0; i < TEXTS; i++) {
                text[i % text.length]++;
                byte[] hash = digest.digest(text);
                counts.merge((hash[0] & 0xff) << 16 | (hash[1] & 0xff) << 8 | hash[2] & 0xff, 1, Integer::sum);
            }
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
