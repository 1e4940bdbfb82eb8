package org.bihuan.app.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup's file, to be checked and read. */
final class Archive implements AutoCloseable {
    private final ZipFile zip;
    private final Manifest manifest;

    private Archive(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /** Whether the hash at the end of the file is that of all before it. False for a file that has no such end. */
    static boolean isWhole(Path file, LongConsumer progress) {
        try (RandomAccessFile input = new RandomAccessFile(file.toFile(), "r")) {
            long length = input.length() - TailedOutput.LENGTH;
            if (length <= 0) {
                return false;
            }
            MessageDigest digest = Hashes.sha256();
            byte[] buffer = new byte[1 << 18];
            for (long at = 0; at < length; ) {
                int read = input.read(buffer, 0, (int) Math.min(buffer.length, length - at));
                if (read < 0) {
                    throw new EOFException("shorter than it was");
                }
                digest.update(buffer, 0, read);
                at += read;
                progress.accept(at);
            }
            byte[] tail = new byte[TailedOutput.LENGTH];
            input.readFully(tail);
            String expected = TailedOutput.LABEL + HexFormat.of().formatHex(digest.digest());
            return expected.equals(new String(tail, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new BackupFailure("file", "读不了 " + file, file + " cannot be read", e);
        }
    }

    /** Opens it and reads what it says that it holds. */
    static Archive open(Path file) {
        try {
            ZipFile zip = new ZipFile(file.toFile());
            try {
                return new Archive(zip, manifest(zip, file));
            } catch (IOException | RuntimeException e) {
                zip.close();
                throw e;
            }
        } catch (IOException e) {
            throw new BackupFailure(
                    "not-a-backup", file + " 不是完整的备份文件。请换一份备份。", file + " is no whole backup. Take another backup.", e);
        }
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new IOException("has no " + Manifest.ENTRY);
        }
        try (InputStream input = zip.getInputStream(entry)) {
            Manifest manifest = JsonMapper.shared().readValue(input, Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new BackupFailure(
                        "format",
                        file + " 的格式是第 " + manifest.format() + " 版,本程序只读第 " + Manifest.FORMAT + " 版。请用较新的程序。",
                        file + " has format " + manifest.format() + ", this program reads format " + Manifest.FORMAT
                                + ". Use a newer program.");
            }
            return manifest;
        } catch (JacksonException e) {
            throw new IOException(Manifest.ENTRY + " cannot be read", e);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** What an entry holds, unpacked. */
    InputStream read(Manifest.Content content) throws IOException {
        ZipEntry entry = zip.getEntry(content.entry());
        if (entry == null) {
            throw new IOException("the entry " + content.entry() + " is missing");
        }
        return zip.getInputStream(entry);
    }

    /** What is wrong with its entries: names of those that are damaged, missing, or not in the manifest. */
    List<String> faults(Progress progress) {
        List<String> faults = new ArrayList<>();
        Set<String> known = new HashSet<>(Set.of(Manifest.ENTRY));
        Stream.concat(manifest.tables().stream(), manifest.files().stream()).forEach(content -> {
            known.add(content.entry());
            @Nullable String fault = fault(content, progress);
            if (fault != null) {
                faults.add(content.entry() + ": " + fault);
            }
            progress.done(content.bytes());
        });
        zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add(name + ": 不在清单中 not in the manifest"));
        return faults;
    }

    private @Nullable String fault(Manifest.Content content, Progress progress) {
        CountedOutput counted =
                new CountedOutput(OutputStream.nullOutputStream(), bytes -> progress.at(content.name(), bytes));
        try (InputStream input = read(content)) {
            input.transferTo(counted);
            return counted.matches(content) ? null : "与清单不符 differs from the manifest";
        } catch (IOException e) {
            return "已损坏 damaged (" + e.getMessage() + ")";
        }
    }

    /** Bytes of all tables and files, unpacked. */
    long size() {
        return Stream.concat(manifest.tables().stream(), manifest.files().stream())
                .mapToLong(Manifest.Content::bytes)
                .sum();
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new BackupFailure("file", "备份文件没有正常关闭", "the backup's file did not close well", e);
        }
    }

    /** Checks everything; returns the manifest. */
    static Manifest verify(Path file, Progress progress) {
        if (!Files.isRegularFile(file)) {
            throw new BackupFailure("file", file + " 不存在", "there is no file " + file);
        }
        progress.begin("校验", "verify", size(file));
        boolean whole = isWhole(file, at -> progress.at(file.getFileName().toString(), at));
        if (!whole) {
            progress.say("文件的校验和不对,正在查找损坏之处  the file's checksum is wrong, looking for the damage");
        }
        try (Archive archive = open(file)) {
            progress.begin("逐表校验", "verify each table", archive.size());
            List<String> faults = archive.faults(progress);
            if (!whole || !faults.isEmpty()) {
                throw new BackupFailure(
                        "damaged",
                        file + " 已损坏:" + (faults.isEmpty() ? "各表可读,但文件校验和不符" : faults) + "。请换一份备份。",
                        file + " is damaged: "
                                + (faults.isEmpty()
                                        ? "the tables can be read, but the file's checksum differs"
                                        : faults)
                                + ". Take another backup.");
            }
            return archive.manifest();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new BackupFailure("file", "读不了 " + file, file + " cannot be read", e);
        }
    }
}
