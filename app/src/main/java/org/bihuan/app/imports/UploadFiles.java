package org.bihuan.app.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.bihuan.app.imports.store.PieceStore;
import org.bihuan.ledgers.file.FileLimits;
import org.bihuan.ledgers.file.LedgerFile;
import org.springframework.stereotype.Component;

/** Brings files into the database and back onto disk for as long as they are read. Thread-safe. */
@Component
class UploadFiles {
    private final PieceStore pieces;
    private final FileLimits limits;

    UploadFiles(PieceStore pieces, ImportSettings settings) {
        this.pieces = pieces;
        this.limits = settings.limits();
    }

    /** A file on disk that is deleted when closed, readable for this program only. */
    static final class Temporary implements AutoCloseable {
        private final Path path;

        private Temporary() throws IOException {
            this.path = Files.createTempFile("bihuan-import", ".tmp");
        }

        Path path() {
            return path;
        }

        @Override
        public void close() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot delete " + path, e);
            }
        }
    }

    /** Receives bytes, as far as the limits go. */
    Temporary receive(InputStream in) throws IOException {
        Temporary file = new Temporary();
        try (OutputStream out = Files.newOutputStream(file.path())) {
            byte[] buffer = new byte[1 << 16];
            long left = limits.fileBytes();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw LedgerFile.tooLarge(limits);
                }
                out.write(buffer, 0, read);
            }
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Stores the file; returns its hash. */
    String store(UUID upload, Path path) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
            pieces.write(upload, in);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The file as sent. */
    Temporary load(UUID upload) {
        try {
            Temporary file = new Temporary();
            try (OutputStream out = Files.newOutputStream(file.path())) {
                pieces.read(upload, out);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the upload", e);
        }
    }

    LedgerFile open(Temporary file) {
        return LedgerFile.open(file.path(), limits);
    }

    void delete(UUID upload) {
        pieces.delete(upload);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
