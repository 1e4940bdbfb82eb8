package org.bihuan.trace.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads CSV (RFC 4180) record by record as slices of bytes, without making objects. A quote opens a field only at its
 * start; quoted fields may hold commas, line ends and doubled quotes. A record that does not end within 64 KiB is cut at
 * its first line end and called malformed, so that one stray quote cannot swallow the rest of a file. Linear.
 */
final class CsvRecords {
    private static final int LONGEST = 1 << 16;
    private static final int MAX_FIELDS = 64;

    private final InputStream in;
    private byte[] buffer = new byte[1 << 20];
    private byte[] unquoted = new byte[256];
    private int position;
    private int limit;
    private boolean isAtEnd;
    private byte[] text = buffer;
    private final int[] from = new int[MAX_FIELDS];
    private final int[] to = new int[MAX_FIELDS];
    private int fields;
    private boolean isWellFormed;

    CsvRecords(InputStream in) throws IOException {
        this.in = in;
        fill();
        if (limit >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
            position = 3;
        }
    }

    /** Moves to the next record; empty lines are passed over. */
    boolean next() throws IOException {
        while (true) {
            if (limit - position <= LONGEST && !isAtEnd) {
                fill();
            }
            if (position == limit) {
                return false;
            }
            if (buffer[position] == '\n' || buffer[position] == '\r') {
                position++;
                continue;
            }
            readRecord();
            return true;
        }
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
        while (limit < buffer.length) {
            int read = in.read(buffer, limit, buffer.length - limit);
            if (read < 0) {
                isAtEnd = true;
                return;
            }
            limit += read;
        }
    }

    private void readRecord() {
        int start = position;
        int end = start;
        int stop = Math.min(limit, start + LONGEST);
        boolean hasQuotes = false;
        while (end < stop && buffer[end] != '\n') {
            if (buffer[end] == '"' && (end == start || buffer[end - 1] == ',')) {
                hasQuotes = true;
                end = afterQuoted(end, stop);
            } else {
                end++;
            }
        }
        boolean isBroken = end > stop || (end == stop && stop < limit);
        if (isBroken) {
            end = start;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
        }
        position = Math.min(limit, end + 1);
        int contentEnd = end > start && buffer[end - 1] == '\r' ? end - 1 : end;
        isWellFormed = !isBroken;
        if (hasQuotes) {
            splitQuoted(start, contentEnd);
        } else {
            split(start, contentEnd);
        }
    }

    /** Position behind the quoted field that starts here; beyond stop when it does not end. */
    private int afterQuoted(int quote, int stop) {
        int at = quote + 1;
        while (at < stop) {
            if (buffer[at] == '"') {
                if (at + 1 < stop && buffer[at + 1] == '"') {
                    at++;
                } else {
                    return at + 1;
                }
            }
            at++;
        }
        return stop + 1;
    }

    private void split(int start, int end) {
        text = buffer;
        fields = 0;
        int fieldStart = start;
        for (int i = start; i < end; i++) {
            if (buffer[i] == ',') {
                addField(fieldStart, i);
                fieldStart = i + 1;
            }
        }
        addField(fieldStart, end);
    }

    private void splitQuoted(int start, int end) {
        if (unquoted.length < end - start) {
            unquoted = Arrays.copyOf(unquoted, end - start);
        }
        text = unquoted;
        fields = 0;
        int size = 0;
        int i = start;
        while (i <= end) {
            int fieldStart = size;
            if (i < end && buffer[i] == '"') {
                i++;
                while (i < end && (buffer[i] != '"' || (i + 1 < end && buffer[i + 1] == '"'))) {
                    i += buffer[i] == '"' ? 1 : 0;
                    unquoted[size++] = buffer[i++];
                }
                i++;
                isWellFormed &= i == end || (i < end && buffer[i] == ',');
            }
            while (i < end && buffer[i] != ',') {
                unquoted[size++] = buffer[i++];
            }
            addField(fieldStart, size);
            i++;
        }
    }

    private void addField(int fieldStart, int fieldEnd) {
        if (fields == MAX_FIELDS) {
            isWellFormed = false;
            return;
        }
        from[fields] = fieldStart;
        to[fields] = fieldEnd;
        fields++;
    }

    boolean isWellFormed() {
        return isWellFormed;
    }

    int fields() {
        return fields;
    }

    byte[] text() {
        return text;
    }

    int from(int field) {
        return from[field];
    }

    int to(int field) {
        return to[field];
    }

    String field(int field) {
        return new String(text, from[field], to[field] - from[field], StandardCharsets.UTF_8);
    }
}
