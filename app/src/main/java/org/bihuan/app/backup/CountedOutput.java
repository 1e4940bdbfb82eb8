package org.bihuan.app.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;

/** Counts and hashes what goes through it. A line is a row: within a row COPY writes a line feed as two characters. */
final class CountedOutput extends FilterOutputStream {
    private final MessageDigest digest = Hashes.sha256();
    private final LongConsumer progress;
    private long bytes;
    private long rows;

    /** @param progress is told how many bytes there were until now */
    CountedOutput(OutputStream out, LongConsumer progress) {
        super(out);
        this.progress = progress;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        digest.update(buffer, offset, length);
        for (int i = offset; i < offset + length; i++) {
            if (buffer[i] == '\n') {
                rows++;
            }
        }
        bytes += length;
        progress.accept(bytes);
        out.write(buffer, offset, length);
    }

    /** What went through as a table's entry. */
    Manifest.Content asTable(String entry, Table table) {
        return new Manifest.Content(entry, table.name(), table.columns(), rows, bytes, hash());
    }

    /** What went through as a file's entry. */
    Manifest.Content asFile(String entry, String path) {
        return new Manifest.Content(entry, path, List.of(), 0, bytes, hash());
    }

    /** Whether what went through is what the manifest says. Once only: it ends the hash. */
    boolean matches(Manifest.Content content) {
        return bytes == content.bytes()
                && (content.columns().isEmpty() || rows == content.rows())
                && hash().equals(content.sha256());
    }

    private String hash() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
