package org.bihuan.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads the division files {@code code,level,name}, sorted by level and code, into one table a level. */
final class DivisionReader {
    private static final int CODE_DIGITS = 12;
    /** Header line of both files. */
    private static final byte[] HEADER = "code,level,name\n".getBytes(StandardCharsets.UTF_8);

    private final byte[] text;
    private int position = HEADER.length;

    private DivisionReader(byte[] text) {
        if (!Arrays.equals(text, 0, Math.min(text.length, HEADER.length), HEADER, 0, HEADER.length)) {
            throw new IllegalStateException("division file must start with the line code,level,name");
        }
        this.text = text;
    }

    /** The levels of one file, coarsest first. */
    static List<DivisionLevel> read(String resource) {
        try (InputStream packed = DivisionReader.class.getResourceAsStream("divisions/" + resource)) {
            if (packed == null) {
                throw new IllegalStateException("division file is missing: " + resource);
            }
            try (InputStream plain = new GZIPInputStream(packed, 1 << 16)) {
                return new DivisionReader(plain.readAllBytes()).levels();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("division file cannot be read: " + resource, e);
        }
    }

    private List<DivisionLevel> levels() {
        List<DivisionLevel> levels = new ArrayList<>();
        while (position < text.length) {
            levels.add(level(text[position + CODE_DIGITS + 1]));
        }
        return levels;
    }

    /** Bytes, not lines of text: the village file has 620,573 rows and is read while somebody waits. */
    private DivisionLevel level(byte levelDigit) {
        int capacity = (text.length - position) / (CODE_DIGITS + 8) + 1;
        long[] codes = new long[capacity];
        int[] nameEnds = new int[capacity];
        byte[] pool = new byte[text.length - position];
        int count = 0;
        int used = 0;
        while (position < text.length && text[position + CODE_DIGITS + 1] == levelDigit) {
            codes[count] = code();
            position += CODE_DIGITS + 3;
            while (text[position] != '\n') {
                pool[used++] = text[position++];
            }
            position++;
            nameEnds[count++] = used;
        }
        return new DivisionLevel(
                Arrays.copyOf(codes, count), Arrays.copyOf(nameEnds, count), Arrays.copyOf(pool, used));
    }

    private long code() {
        long code = 0;
        for (int i = position; i < position + CODE_DIGITS; i++) {
            code = code * 10 + (text[i] - '0');
        }
        return code;
    }
}
