package org.bihuan.app.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bihuan.app.database.Installation;
import org.bihuan.app.database.SchemaVersions;

/**
 * Makes an installation out of a backup, in a folder that is empty. It is built aside under {@code NAME.restoring} and
 * renamed when its rows have been read back and compared, and all that is derived has been worked out again.
 */
final class Restore {
    private final Path file;
    private final Path target;
    private final Path programs;
    private final List<String> settings;
    private final Progress progress;

    Restore(Path file, Path target, Path programs, List<String> settings, Progress progress) {
        this.file = file;
        this.target = target.toAbsolutePath().normalize();
        this.programs = programs;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Does it.
     *
     * @param replayed whether the derived data are worked out again and compared
     */
    Manifest run(boolean replayed) {
        requireEmpty();
        Manifest manifest = Archive.verify(file, progress);
        Path aside = target.resolveSibling(target.getFileName() + ".restoring");
        Installation.discard(aside, programs);
        try (Archive archive = Archive.open(file)) {
            Files.createDirectories(target.getParent());
            try (Installation installation = Installation.create(aside, programs)) {
                fill(installation, archive);
                compare(installation, manifest);
                installation.migrate(SchemaVersions.ofProgram());
                copyFiles(archive, aside);
                if (replayed) {
                    new Replay(installation, aside, settings, progress).run(isOfThisSchema(installation, manifest));
                }
            }
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
            return manifest;
        } catch (IOException e) {
            throw new BackupFailure(
                    "target",
                    "恢复到 " + target + " 失败。请检查磁盘空间和权限;目录不能是挂载点本身。",
                    "Restoring into " + target
                            + " failed. Check disk space and permissions; the folder cannot be a mount"
                            + " point itself.",
                    e);
        }
    }

    private void requireEmpty() {
        try (Stream<Path> inside = Files.exists(target) ? Files.list(target) : Stream.empty()) {
            if (inside.findAny().isPresent()) {
                throw new BackupFailure(
                        "target-not-empty",
                        "--data 的值是 " + target + ",里面已有内容。恢复只写入空目录:请换一个目录,或先把原目录改名。",
                        "--data is " + target
                                + ", which is not empty. A restore fills an empty folder only: name another"
                                + " one, or rename the old one first.");
            }
        } catch (IOException e) {
            throw new BackupFailure("target", "读不了 " + target, target + " cannot be read", e);
        }
    }

    /** Brings the schema to where it was when the backup was made, and fills it. */
    private void fill(Installation installation, Archive archive) throws IOException {
        Manifest manifest = archive.manifest();
        Map<String, String> versions = new HashMap<>();
        manifest.migrations().forEach(each -> versions.put(each.module(), each.version()));
        installation.migrate(SchemaVersions.of(versions));
        try (SnapshotStore made = SnapshotStore.open(installation, Installation.database())) {
            requireSameScripts(manifest.migrations(), made.migrations());
        }
        progress.begin(
                "恢复",
                "restore",
                manifest.tables().stream().mapToLong(Manifest.Content::bytes).sum());
        try (LoadStore load = LoadStore.open(installation)) {
            load.prepare(manifest);
            for (Manifest.Content table : manifest.tables()) {
                try (InputStream rows = archive.read(table)) {
                    progress.at(table.name(), 0);
                    long loaded = load.load(table, rows);
                    if (loaded != table.rows()) {
                        throw different(table.name());
                    }
                }
                progress.done(table.bytes());
            }
            load.finish(manifest.sequences());
        }
    }

    private static void requireSameScripts(List<Manifest.Migration> wanted, List<Manifest.Migration> made) {
        Set<Manifest.Migration> unknown = new HashSet<>(wanted);
        made.forEach(unknown::remove);
        if (!unknown.isEmpty() || wanted.size() != made.size()) {
            throw new BackupFailure(
                    "schema",
                    "备份的数据库结构是本程序不认识的:" + unknown + "。请用制作备份时或更新的程序恢复,恢复后再升级。",
                    "This program does not know the backup's schema: " + unknown + ". Restore it with the program that"
                            + " made it or a newer one, and upgrade afterwards.");
        }
    }

    /** A later program may derive more, or otherwise: then differences are told and are no fault. */
    private static boolean isOfThisSchema(Installation installation, Manifest manifest) {
        try (SnapshotStore now = SnapshotStore.open(installation, Installation.database())) {
            return now.migrations().equals(manifest.migrations());
        }
    }

    /** Reads every row back from the new database. */
    private void compare(Installation installation, Manifest manifest) throws IOException {
        progress.begin(
                "核对",
                "compare",
                manifest.tables().stream().mapToLong(Manifest.Content::bytes).sum());
        try (SnapshotStore snapshot = SnapshotStore.open(installation, Installation.database())) {
            Map<String, Table> tables = new HashMap<>();
            snapshot.tables().forEach(table -> tables.put(table.name(), table));
            for (Manifest.Content content : manifest.tables()) {
                Table made = tables.remove(content.name());
                if (made == null) {
                    throw different(content.name());
                }
                CountedOutput counted =
                        new CountedOutput(OutputStream.nullOutputStream(), bytes -> progress.at(content.name(), bytes));
                BufferedOutputStream buffered = new BufferedOutputStream(counted, 1 << 16);
                snapshot.copy(new Table(made.name(), content.columns(), made.isPartitioned(), 0), buffered);
                buffered.flush();
                if (!counted.matches(content)) {
                    throw different(content.name());
                }
                progress.done(content.bytes());
            }
            if (!tables.isEmpty()) {
                throw different(tables.keySet().toString());
            }
        }
    }

    private static BackupFailure different(String table) {
        return new BackupFailure(
                "different",
                "恢复后的 " + table + " 与备份不同,恢复作废。请报告此问题,并换一份备份再试。",
                table + " differs from the backup after restoring; the restore is void. Report this, and try another"
                        + " backup.");
    }

    private static void copyFiles(Archive archive, Path folder) throws IOException {
        for (Manifest.Content content : archive.manifest().files()) {
            Path path = folder.resolve(content.name()).normalize();
            if (!path.startsWith(folder)) {
                throw new IOException("leads out of the folder: " + content.name());
            }
            Files.createDirectories(path.getParent());
            try (InputStream input = archive.read(content)) {
                Files.copy(input, path);
            }
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            try (FileChannel written = FileChannel.open(path, StandardOpenOption.WRITE)) {
                written.force(true);
            }
        }
    }
}
