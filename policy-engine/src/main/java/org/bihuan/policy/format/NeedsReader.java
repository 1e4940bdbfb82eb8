package org.bihuan.policy.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bihuan.policy.decide.Needs;
import org.bihuan.policy.pack.Wording;

/** Reads {@code needs.yaml}: what duties and measures take of people and things. */
public final class NeedsReader {
    private static final int MOST = 1_000_000;

    private NeedsReader() {}

    /** Reads the file beside the packs; nothing is known where there is none. */
    public static Needs ofFolder(Path folder) {
        Path file = folder.resolve("needs.yaml");
        if (!Files.isRegularFile(file)) {
            return Needs.NONE;
        }
        try {
            return read(Yaml.read(file.toString(), PackFiles.utf8(file.toString(), Files.readAllBytes(file))));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static Needs read(Node root) {
        root.allow("format", "resources", "duties", "measures");
        Map<String, Wording> resources = new LinkedHashMap<>();
        root.get("resources")
                .entries()
                .forEach((name, node) ->
                        resources.put(name, node.allow("zh", "en").wording()));
        Map<String, Map<String, Long>> duties = new LinkedHashMap<>();
        root.get("duties").entries().forEach((kind, node) -> duties.put(kind, amounts(node, resources)));
        Map<String, Needs.OfMeasure> measures = new LinkedHashMap<>();
        root.get("measures").entries().forEach((kind, node) -> {
            node.allow("once", "daily");
            measures.put(
                    kind,
                    new Needs.OfMeasure(amounts(node.get("once"), resources), amounts(node.get("daily"), resources)));
        });
        return new Needs(resources, duties, measures);
    }

    private static Map<String, Long> amounts(Node node, Map<String, Wording> resources) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        if (!node.isMissing()) {
            node.allow(resources.keySet().toArray(String[]::new));
            node.entries().forEach((name, each) -> amounts.put(name, (long) each.whole(0, MOST)));
        }
        return amounts;
    }
}
