package org.bihuan.policy.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bihuan.policy.ShippedPacks;

/** A sound pack with one thing changed. */
final class BrokenPack {
    private final PackFiles files;

    private BrokenPack(PackFiles files) {
        this.files = files;
    }

    /** The pack of the name: one that ships, or {@code test-plan}. */
    static BrokenPack of(String pack) {
        Path folder = pack.equals("test-plan")
                ? ShippedPacks.HOME.resolveSibling("policy-engine").resolve("src/test/resources/packs/test-plan")
                : ShippedPacks.HOME.resolve(pack);
        return new BrokenPack(PackFiles.ofFolder(folder));
    }

    /** With the first text of the file replaced, which must be there; {@code \n} stands for a line's end. */
    BrokenPack with(String file, String text, String other) {
        String before = new String(files.bytes(file), StandardCharsets.UTF_8);
        String sought = text.replace("\\n", "\n");
        assertThat(before).as("the case no longer fits the pack").contains(sought);
        int at = before.indexOf(sought);
        String after = before.substring(0, at) + other.replace("\\n", "\n") + before.substring(at + sought.length());
        return with(file, after.getBytes(StandardCharsets.UTF_8));
    }

    BrokenPack with(String file, byte[] bytes) {
        SortedMap<String, byte[]> changed = new TreeMap<>(files.files());
        changed.put(file, bytes);
        return new BrokenPack(new PackFiles(files.name(), changed));
    }

    BrokenPack without(String file) {
        SortedMap<String, byte[]> fewer = new TreeMap<>(files.files());
        assertThat(fewer.remove(file)).isNotNull();
        return new BrokenPack(new PackFiles(files.name(), fewer));
    }

    /** Without what it promises, which may no longer be true. */
    BrokenPack withoutScenarios() {
        SortedMap<String, byte[]> fewer = new TreeMap<>(files.files());
        assertThat(fewer.keySet().removeIf(path -> path.startsWith("scenarios/")))
                .isTrue();
        return new BrokenPack(new PackFiles(files.name(), fewer));
    }

    /** Reads the pack and its scenarios. */
    LoadedPack read() {
        LoadedPack loaded = PackReader.read(files, ShippedPacks.SHARED);
        new ScenarioReader(loaded, ShippedPacks.SHARED).read();
        return loaded;
    }
}
