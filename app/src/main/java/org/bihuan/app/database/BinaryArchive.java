package org.bihuan.app.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.bihuan.app.startup.StartupRefused;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs as they come on the class path (a tar archive packed with xz), unpacked once into a folder
 * named by the archive's hash. Several processes may unpack at the same time.
 */
final class BinaryArchive {
    private static final String RESOURCE = "/postgres-linux-x86_64.txz";

    private BinaryArchive() {}

    /** Unpacks under the folder unless that was done before; returns the folder of the programs. */
    static synchronized Path unpack(Path under) {
        try {
            Files.createDirectories(under);
            Path target = under.resolve("postgresql-" + hash().substring(0, 16));
            if (!Files.isExecutable(target.resolve("bin/postgres"))) {
                try (FileChannel channel = FileChannel.open(
                                under.resolve("unpack.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock _ = channel.lock()) {
                    if (!Files.isExecutable(target.resolve("bin/postgres"))) {
                        unpackInto(target);
                    }
                }
            }
            return target.resolve("bin");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack PostgreSQL into " + under, e);
        }
    }

    private static void unpackInto(Path target) throws IOException {
        Path aside = Files.createTempDirectory(target.getParent(), "unpacking");
        Process tar = new ProcessBuilder(List.of("tar", "-x", "-C", aside.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream archive = new XZInputStream(open());
                var into = tar.getOutputStream()) {
            archive.transferTo(into);
        }
        try {
            if (tar.waitFor() != 0) {
                throw new IOException("tar ended with " + tar.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while unpacking", e);
        }
        Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private static InputStream open() {
        InputStream archive = BinaryArchive.class.getResourceAsStream(RESOURCE);
        if (archive == null) {
            throw new StartupRefused(
                    "database-binaries-missing",
                    "程序中没有本系统(仅 Linux x86_64)可用的内置 PostgreSQL。请用 --bihuan.database.url 指定外部 PostgreSQL 15 至 18。",
                    "There is no embedded PostgreSQL for this system (Linux x86_64 only). Name an external PostgreSQL"
                            + " 15 to 18 with --bihuan.database.url.");
        }
        return archive;
    }

    private static String hash() throws IOException {
        try (DigestInputStream archive = new DigestInputStream(open(), MessageDigest.getInstance("SHA-256"))) {
            archive.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(archive.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
