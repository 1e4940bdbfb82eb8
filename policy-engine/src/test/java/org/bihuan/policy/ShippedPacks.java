package org.bihuan.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bihuan.policy.format.LoadedPack;
import org.bihuan.policy.format.PackFiles;
import org.bihuan.policy.format.PackReader;
import org.bihuan.policy.format.SharedFiles;

/** The packs that come with the program. */
public final class ShippedPacks {
    /** The folder that holds them. */
    public static final Path HOME =
            Path.of(System.getProperty("bihuan.home", "..")).resolve("packs");

    /** What they share. */
    public static final SharedFiles SHARED = SharedFiles.ofFolder(HOME);

    private ShippedPacks() {}

    /** Their folders, by name. */
    public static List<Path> folders() {
        try (Stream<Path> entries = Files.list(HOME)) {
            return entries.filter(path -> Files.isRegularFile(path.resolve("pack.yaml")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them. */
    public static List<LoadedPack> all() {
        return folders().stream().map(ShippedPacks::load).toList();
    }

    /** The pack in the folder. */
    public static LoadedPack load(Path folder) {
        return PackReader.read(PackFiles.ofFolder(folder), SHARED);
    }

    /** A plan made up for tests, with what the shipped packs do not use: ages, civil days, rule order, turns of a day. */
    public static LoadedPack testPlan() {
        return load(HOME.resolveSibling("policy-engine").resolve("src/test/resources/packs/test-plan"));
    }

    /** The pack of the id. */
    public static LoadedPack get(String id) {
        return load(HOME.resolve(id));
    }
}
