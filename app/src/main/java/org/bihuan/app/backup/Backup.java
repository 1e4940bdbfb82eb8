package org.bihuan.app.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bihuan.app.database.Installation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Copies an installation into one file: a ZIP archive of the rows of every table at one moment, and of the other files
 * in the data folder. Written aside and renamed when it is whole and on disk.
 */
final class Backup {
    private final Path data;
    private final Path target;
    private final Path folder;
    private final Progress progress;

    Backup(Path data, Path target, Progress progress) {
        this.data = data;
        this.target = target.toAbsolutePath().normalize();
        this.folder = Objects.requireNonNull(this.target.getParent(), "not a file");
        this.progress = progress;
    }

    /** Makes it. */
    Manifest run(Path programs) {
        if (Files.exists(target)) {
            throw new BackupFailure(
                    "target-exists",
                    "--to 的值是 " + target + ",该文件已存在。请换一个文件名:备份从不覆盖备份。",
                    "--to is " + target + ", which exists. Name another file: a backup never overwrites a backup.");
        }
        Path aside = aside();
        try (Installation installation = Installation.reach(data, programs);
                SnapshotStore snapshot = SnapshotStore.open(installation, Installation.database());
                FileChannel channel = open(aside);
                FileLock _ = lock(channel, aside)) {
            channel.truncate(0);
            Manifest manifest = write(snapshot, channel);
            channel.force(true);
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
            forceFolder(folder);
            return manifest;
        } catch (AtomicMoveNotSupportedException e) {
            throw new BackupFailure("target", "写不了 " + target, target + " cannot be written", e);
        } catch (IOException e) {
            delete(aside);
            throw new BackupFailure(
                    "target",
                    "写不了 " + aside + "。请检查磁盘空间和权限。",
                    aside + " cannot be written. Check disk space and permissions.",
                    e);
        }
    }

    private Path aside() {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private static FileLock lock(FileChannel channel, Path file) throws IOException {
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
            throw new BackupFailure(
                    "target-in-use",
                    "另一个备份正在写 " + file + "。请等它结束,或换一个文件名。",
                    "Another backup is writing " + file + ". Wait for it, or name another file.");
        }
        return lock;
    }

    private Manifest write(SnapshotStore snapshot, FileChannel channel) throws IOException {
        List<Table> tables = snapshot.tables();
        progress.begin("备份", "backup", tables.stream().mapToLong(Table::size).sum());
        OutputStream file = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        try (ZipOutputStream archive = new ZipOutputStream(new TailedOutput(file))) {
            archive.setLevel(Deflater.BEST_SPEED);
            archive.setComment(TailedOutput.PLACEHOLDER);
            List<Manifest.Content> rows = new ArrayList<>();
            for (Table table : tables) {
                rows.add(copy(snapshot, table, archive));
            }
            List<Manifest.Content> files = files(archive);
            Manifest manifest = new Manifest(
                    Manifest.FORMAT,
                    snapshot.madeAt(),
                    snapshot.version(),
                    snapshot.migrations(),
                    snapshot.partitions(),
                    rows,
                    snapshot.sequences(),
                    files);
            archive.putNextEntry(new ZipEntry(Manifest.ENTRY));
            archive.write(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            archive.closeEntry();
            return manifest;
        }
    }

    private Manifest.Content copy(SnapshotStore snapshot, Table table, ZipOutputStream archive) throws IOException {
        String entry = "tables/" + table.name() + ".copy";
        archive.putNextEntry(new ZipEntry(entry));
        CountedOutput counted = new CountedOutput(archive, bytes -> progress.at(table.name(), bytes));
        BufferedOutputStream buffered = new BufferedOutputStream(counted, 1 << 16);
        snapshot.copy(table, buffered);
        buffered.flush();
        archive.closeEntry();
        progress.done(table.size());
        return counted.asTable(entry, table);
    }

    private List<Manifest.Content> files(ZipOutputStream archive) throws IOException {
        List<Manifest.Content> files = new ArrayList<>();
        for (Path path : DataFiles.list(data, Set.of(target, aside()))) {
            String name = data.relativize(path).toString();
            try (InputStream input = Files.newInputStream(path)) {
                archive.putNextEntry(new ZipEntry("files/" + name));
                CountedOutput counted = new CountedOutput(archive, bytes -> progress.at(name, bytes));
                input.transferTo(counted);
                archive.closeEntry();
                files.add(counted.asFile("files/" + name, name));
            } catch (NoSuchFileException _) {
                progress.say("  - " + name); // somebody has taken it away meanwhile, as receivers take from the outbox
            }
        }
        return files;
    }

    private static void forceFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // what is left is named .part and is taken for no backup
        }
    }
}
