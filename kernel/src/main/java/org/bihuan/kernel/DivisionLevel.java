package org.bihuan.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The divisions of one level: sorted codes, and the names in one UTF-8 pool (12 bytes a division and its name).
 * Immutable, safe for threads.
 */
final class DivisionLevel {
    private final long[] codes;
    /** End of each name in the pool; a name starts where the one before it ends. */
    private final int[] nameEnds;

    private final byte[] namePool;

    DivisionLevel(long[] codes, int[] nameEnds, byte[] namePool) {
        this.codes = codes;
        this.nameEnds = nameEnds;
        this.namePool = namePool;
    }

    boolean exists(long code) {
        return Arrays.binarySearch(codes, code) >= 0;
    }

    Optional<String> findName(long code) {
        int at = Arrays.binarySearch(codes, code);
        if (at < 0) {
            return Optional.empty();
        }
        int start = at == 0 ? 0 : nameEnds[at - 1];
        return Optional.of(new String(namePool, start, nameEnds[at] - start, StandardCharsets.UTF_8));
    }

    /** The codes from first (inclusive) to past (exclusive), as a view that makes each code when asked. */
    List<DivisionCode> list(long first, long past) {
        int from = firstAtOrAfter(first);
        return new CodeRange(codes, from, Math.max(from, firstAtOrAfter(past)));
    }

    long bytes() {
        return 8L * codes.length + 4L * nameEnds.length + namePool.length;
    }

    private int firstAtOrAfter(long code) {
        int at = Arrays.binarySearch(codes, code);
        return at >= 0 ? at : -at - 1;
    }
}
