package org.bihuan.trace.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.bihuan.trace.internal.file.DamagedFile;
import org.bihuan.trace.internal.file.DurableFiles;

/**
 * The manifest on disk, twice: the copy is written after the manifest, and files of the generation before are removed only
 * after the copy, so that either of the two describes a whole index even when the other is damaged.
 */
final class ManifestFile {
    /** Name of the manifest. */
    public static final String NAME = "MANIFEST";

    static final String COPY = "MANIFEST.copy";

    private ManifestFile() {}

    /** Whether the directory holds an index. */
    public static boolean exists(Path directory) {
        return Files.exists(directory.resolve(NAME)) || Files.exists(directory.resolve(COPY));
    }

    /** Reads the manifest, or its copy when the manifest is refused; throws DamagedFile when both are. */
    public static Manifest read(Path directory) throws IOException {
        try {
            return readOne(directory.resolve(NAME));
        } catch (DamagedFile damaged) {
            Optional<Manifest> copy = readCopy(directory);
            if (copy.isEmpty()) {
                throw damaged;
            }
            return copy.get();
        }
    }

    private static Optional<Manifest> readCopy(Path directory) throws IOException {
        try {
            return Optional.of(readOne(directory.resolve(COPY)));
        } catch (DamagedFile alsoDamaged) {
            return Optional.empty();
        }
    }

    private static Manifest readOne(Path file) throws IOException {
        try {
            // bytes to text one to one: damaged bytes must reach the checksum, not fail as letters
            return ManifestText.read(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException absent) {
            throw new DamagedFile(file, "it is missing");
        } catch (IllegalArgumentException wrong) {
            throw new DamagedFile(file, String.valueOf(wrong.getMessage()));
        }
    }

    /** Makes the manifest the index: from the first rename on, the change has happened. */
    public static void commit(Path directory, Manifest manifest) throws IOException {
        byte[] text = ManifestText.write(manifest).getBytes(StandardCharsets.ISO_8859_1);
        DurableFiles.forceDirectory(directory);
        for (String name : new String[] {NAME, COPY}) {
            DurableFiles.write(directory.resolve(name), writer -> writer.putBytes(text, 0, text.length));
            DurableFiles.forceDirectory(directory);
        }
    }
}
