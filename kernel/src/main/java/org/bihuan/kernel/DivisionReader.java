package org.bihuan.kernel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Reads the division files {@code code,level,name}, sorted by level and code, into one table a level. Works on bytes,
 * not lines of text, and packs the names in place: the village file has 620,573 rows and somebody waits for it.
 */
final class DivisionReader {
    private static final int CODE_DIGITS = 12;
    private static final int NAME_AT = CODE_DIGITS + 3;
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
        try (InputStream in = DivisionReader.class.getResourceAsStream("divisions/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("division file is missing: " + resource);
            }
            return new DivisionReader(unpacked(in.readAllBytes())).levels();
        } catch (IOException e) {
            throw new UncheckedIOException("division file cannot be read: " + resource, e);
        }
    }

    /** The last four bytes of a gzip file are the length of the text; with it no buffer has to grow. */
    private static byte[] unpacked(byte[] packed) throws IOException {
        int length = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).getInt(packed.length - Integer.BYTES);
        byte[] text = new byte[length];
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 16)) {
            plain.readNBytes(text, 0, length);
        }
        return text;
    }

    private List<DivisionLevel> levels() {
        List<DivisionLevel> levels = new ArrayList<>();
        while (position < text.length) {
            levels.add(level(text[position + CODE_DIGITS + 1]));
        }
        return levels;
    }

    private DivisionLevel level(byte levelDigit) {
        int rows = rows(levelDigit);
        long[] codes = new long[rows];
        int[] nameEnds = new int[rows];
        int poolStart = position;
        int poolEnd = position;
        for (int row = 0; row < rows; row++) {
            codes[row] = code();
            position += NAME_AT;
            while (text[position] != '\n') {
                text[poolEnd++] = text[position++];
            }
            position++;
            nameEnds[row] = poolEnd - poolStart;
        }
        return new DivisionLevel(codes, nameEnds, Arrays.copyOfRange(text, poolStart, poolEnd));
    }

    private int rows(byte levelDigit) {
        int rows = 0;
        int at = position;
        while (at < text.length && text[at + CODE_DIGITS + 1] == levelDigit) {
            rows++;
            at += NAME_AT;
            while (text[at] != '\n') {
                at++;
            }
            at++;
        }
        return rows;
    }

    private long code() {
        long code = 0;
        for (int i = position; i < position + CODE_DIGITS; i++) {
            code = code * 10 + (text[i] - '0');
        }
        return code;
    }
}
