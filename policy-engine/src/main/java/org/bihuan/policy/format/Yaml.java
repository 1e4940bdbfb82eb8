package org.bihuan.policy.format;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * Reads YAML as texts, lists and mappings only: no types, no tags, no aliases of collections, bounded size and depth.
 * Nothing in it can run, and 2020-07-14 or 0412 keep their characters.
 */
final class Yaml {
    private static final int MOST_CHARACTERS = 2_000_000;
    private static final int DEEPEST = 30;

    private Yaml() {}

    static Node read(String file, String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new PackFormatException(file, "", "is longer than " + MOST_CHARACTERS + " characters");
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setSchema(new FailsafeSchema())
                .setAllowDuplicateKeys(false)
                .setAllowRecursiveKeys(false)
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(MOST_CHARACTERS)
                // "value:" with nothing behind it has a tag of its own, which the schema of texts does not know
                .setTagConstructors(Map.of(Tag.NULL, node -> ""))
                .build();
        try {
            Object value = new Load(settings).loadFromString(text);
            requireDepth(file, value, 0);
            return new Node(file, "", value);
        } catch (YamlEngineException e) {
            throw new PackFormatException(file, "", "is not valid YAML: " + e.getMessage());
        } catch (StackOverflowError e) {
            throw new PackFormatException(file, "", "is nested too deeply");
        }
    }

    private static void requireDepth(String file, @Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw new PackFormatException(file, "", "is nested deeper than " + DEEPEST);
        }
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> requireDepth(file, each, depth + 1));
        } else if (value instanceof Iterable<?> list) {
            list.forEach(each -> requireDepth(file, each, depth + 1));
        }
    }
}
