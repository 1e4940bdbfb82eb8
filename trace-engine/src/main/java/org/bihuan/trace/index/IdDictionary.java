package org.bihuan.trace.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Ids and their numbers, given out from 0 in the order of first sight. The bytes lie in pages one behind the other, two
 * bytes of length before each id; a hash table of longs (hash, number) finds them, so that most lookups of unknown and
 * known ids touch the bytes at most once. Expected O(length). Not thread-safe while it grows; safe to read afterwards.
 */
final class IdDictionary {
    /** Longest id in bytes. */
    public static final int MAX_ID_BYTES = 4096;

    private static final int PAGE_BITS = 20;
    private static final int PAGE = 1 << PAGE_BITS;

    private byte[][] pages = new byte[16][];
    private int pageCount;
    private int pageFill = PAGE;
    private int[] offsets = new int[1024];
    private long[] table = new long[4096];
    private int size;

    /** Number of ids. */
    public int size() {
        return size;
    }

    /** The number of the id in UTF-8, or -1. */
    public int find(byte[] id, int from, int to) {
        int hash = hash(id, from, to);
        int mask = table.length - 1;
        for (int at = hash & mask; table[at] != 0; at = (at + 1) & mask) {
            int number = (int) table[at] - 1;
            if ((int) (table[at] >>> 32) == hash && isEqual(number, id, from, to)) {
                return number;
            }
        }
        return -1;
    }

    /** The number of the id, or -1. */
    public int find(String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        return find(bytes, 0, bytes.length);
    }

    /** The number of the id, a new one when it is seen for the first time. */
    public int numberOf(byte[] id, int from, int to) {
        int known = find(id, from, to);
        return known >= 0 ? known : add(id, from, to);
    }

    private int add(byte[] id, int from, int to) {
        int length = to - from;
        if (length < 1 || length > MAX_ID_BYTES) {
            throw new IllegalArgumentException("an id has 1 to " + MAX_ID_BYTES + " bytes, not " + length);
        }
        if (pageFill + 2 + length > PAGE) {
            addPage();
        }
        byte[] page = pages[pageCount - 1];
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, size * 2);
        }
        offsets[size] = (pageCount - 1) << PAGE_BITS | pageFill;
        page[pageFill] = (byte) length;
        page[pageFill + 1] = (byte) (length >>> 8);
        System.arraycopy(id, from, page, pageFill + 2, length);
        pageFill += 2 + length;
        if (size * 5L > table.length * 3L) {
            grow();
        }
        insert(hash(id, from, to), size);
        return size++;
    }

    private void addPage() {
        if (pageCount == 1 << (32 - PAGE_BITS)) {
            throw new IllegalStateException("the ids take more than 4 GiB");
        }
        if (pageCount == pages.length) {
            pages = Arrays.copyOf(pages, pageCount * 2);
        }
        pages[pageCount++] = new byte[PAGE];
        pageFill = 0;
    }

    private void insert(int hash, int number) {
        int mask = table.length - 1;
        int at = hash & mask;
        while (table[at] != 0) {
            at = (at + 1) & mask;
        }
        table[at] = (long) hash << 32 | (number + 1);
    }

    private void grow() {
        long[] old = table;
        table = new long[old.length * 2];
        for (long entry : old) {
            if (entry != 0) {
                insert((int) (entry >>> 32), (int) entry - 1);
            }
        }
    }

    /** The id as text. */
    public String text(int number) {
        byte[] page = page(number);
        int at = start(number);
        return new String(page, at, length(page, at), StandardCharsets.UTF_8);
    }

    byte[] page(int number) {
        return pages[offsets[number] >>> PAGE_BITS];
    }

    /** Where the id's bytes start in its page. */
    int start(int number) {
        return (offsets[number] & PAGE - 1) + 2;
    }

    static int length(byte[] page, int start) {
        return (page[start - 2] & 0xFF) | (page[start - 1] & 0xFF) << 8;
    }

    /** Order of the UTF-8 bytes. */
    int compare(int one, int other) {
        byte[] onePage = page(one);
        byte[] otherPage = page(other);
        int oneStart = start(one);
        int otherStart = start(other);
        return Arrays.compareUnsigned(
                onePage,
                oneStart,
                oneStart + length(onePage, oneStart),
                otherPage,
                otherStart,
                otherStart + length(otherPage, otherStart));
    }

    private boolean isEqual(int number, byte[] id, int from, int to) {
        byte[] page = page(number);
        int at = start(number);
        return Arrays.equals(page, at, at + length(page, at), id, from, to);
    }

    private static int hash(byte[] id, int from, int to) {
        long hash = 0x9E3779B97F4A7C15L ^ (to - from);
        for (int i = from; i < to; i++) {
            hash = (hash ^ (id[i] & 0xFF)) * 0x100000001B3L;
        }
        hash ^= hash >>> 29;
        return (int) ((hash * 0xBF58476D1CE4E5B9L) >>> 32);
    }
}
