package org.bihuan.app.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Ends a file with the hash of all that comes before, where a placeholder of the same length was written. A ZIP archive
 * has its comment there: so every bit of it is under the hash, and it stays an ordinary archive.
 */
final class TailedOutput extends FilterOutputStream {
    static final String LABEL = "sha256:";
    static final int LENGTH = LABEL.length() + 64;
    static final String PLACEHOLDER = LABEL + "0".repeat(64);

    private final MessageDigest digest = Hashes.sha256();
    private final byte[] held = new byte[LENGTH];
    private int holding;

    TailedOutput(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    /** Passes on all but the last bytes that were written. */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int surplus = Math.max(0, holding + length - LENGTH);
        int fromHeld = Math.min(surplus, holding);
        pass(held, 0, fromHeld);
        System.arraycopy(held, fromHeld, held, 0, holding - fromHeld);
        holding -= fromHeld;
        int direct = surplus - fromHeld;
        pass(bytes, offset, direct);
        System.arraycopy(bytes, offset + direct, held, holding, length - direct);
        holding += length - direct;
    }

    private void pass(byte[] bytes, int offset, int length) throws IOException {
        digest.update(bytes, offset, length);
        out.write(bytes, offset, length);
    }

    /** Writes the end. The stream below stays open, for its owner has to bring it to disk. */
    @Override
    public void close() throws IOException {
        if (!new String(held, 0, holding, StandardCharsets.US_ASCII).equals(PLACEHOLDER)) {
            throw new IOException("no placeholder at the end");
        }
        out.write((LABEL + HexFormat.of().formatHex(digest.digest())).getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
