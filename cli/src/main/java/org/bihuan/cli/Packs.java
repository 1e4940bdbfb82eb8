package org.bihuan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.policy.format.LoadedPack;
import org.bihuan.policy.format.PackFiles;
import org.bihuan.policy.format.PackReader;
import org.bihuan.policy.format.SharedFiles;

/** Finds packs and what they share on the disk. */
final class Packs {
    private Packs() {}

    /** The folder the program lies in. */
    static Path folder() {
        return Path.of(System.getProperty("bihuan.home", ".")).toAbsolutePath().normalize();
    }

    /** The folder of the packs that come with the program. */
    static Path home() {
        return folder().resolve("packs");
    }

    static SharedFiles shared(Path pack) {
        if (!Files.isDirectory(pack)) {
            // Let the reader of the pack say so; here only the vocabulary is wanted.
            return SharedFiles.ofFolder(home());
        }
        return SharedFiles.besides(pack, home());
    }

    static LoadedPack load(Path pack) {
        return PackReader.read(PackFiles.ofFolder(pack), shared(pack));
    }

    /** Every pack that comes with the program. */
    static List<Path> list() {
        List<Path> packs = new ArrayList<>();
        try (var entries = Files.newDirectoryStream(home(), path -> Files.isRegularFile(path.resolve("pack.yaml")))) {
            entries.forEach(packs::add);
        } catch (IOException e) {
            throw new UsageException("cannot list " + home() + ": " + e.getMessage());
        }
        packs.sort(null);
        return packs;
    }
}
