package org.bihuan.app.briefing;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bihuan.app.briefing.domain.Definition;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads which figures a briefing has. A wrong file is said by key and value when the server starts. Pure. */
final class DefinitionReader {
    private static final Set<String> LINE =
            Set.of("key", "zh", "en", "query", "with", "by-county", "alarm", "live", "trend");

    private DefinitionReader() {}

    /** @throws IllegalArgumentException naming key and value */
    static Definition read(String yaml) {
        Map<?, ?> root;
        try {
            root = map("file", new Load(LoadSettings.builder().build()).loadFromString(yaml));
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException("the briefing's definition is not YAML: " + e.getMessage(), e);
        }
        List<Definition.Section> sections = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Object each : list("sections", root.get("sections"))) {
            Map<?, ?> section = map("sections", each);
            List<Definition.Line> lines = new ArrayList<>();
            for (Object line : list("figures", section.get("figures"))) {
                lines.add(line(map("figures", line), seen));
            }
            sections.add(new Definition.Section(words(section), lines));
        }
        return new Definition(time(text("at", root.get("at"))), words(map("title", root.get("title"))), sections);
    }

    private static Definition.Line line(Map<?, ?> map, Set<String> seen) {
        map.keySet().stream()
                .map(String::valueOf)
                .filter(key -> !LINE.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw wrong(
                            "figures",
                            key,
                            "is no key of a figure; there are "
                                    + LINE.stream().sorted().toList());
                });
        String key = text("key", map.get("key"));
        if (!key.matches("[a-z][a-z0-9-]{0,39}") || !seen.add(key)) {
            throw wrong("key", key, "must have small letters, digits and hyphens and be there once");
        }
        Map<String, String> with = new LinkedHashMap<>();
        if (map.get("with") != null) {
            map("with", map.get("with")).forEach((name, value) -> with.put(name.toString(), String.valueOf(value)));
        }
        String live = map.get("live") == null ? "" : text("live", map.get("live"));
        if (!live.isEmpty() && !live.startsWith("/")) {
            throw wrong("live", live, "must be an address of this site that begins with /");
        }
        return new Definition.Line(
                key,
                words(map),
                text("query", map.get("query")),
                with,
                Boolean.TRUE.equals(map.get("by-county")),
                Boolean.TRUE.equals(map.get("alarm")),
                live,
                map.get("trend") == null ? null : words(map("trend", map.get("trend"))));
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "the briefing's definition: at \"" + text + "\" must be a time such as \"07:30\"", e);
        }
    }

    private static Wording words(Map<?, ?> map) {
        return new Wording(text("zh", map.get("zh")), text("en", map.get("en")));
    }

    private static String text(String where, @Nullable Object value) {
        if (value == null || value.toString().isBlank()) {
            throw wrong(where, String.valueOf(value), "is required");
        }
        return value.toString();
    }

    private static Map<?, ?> map(String where, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw wrong(where, String.valueOf(value), "must consist of \"key: value\"");
    }

    private static List<?> list(String where, @Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrong(where, String.valueOf(value), "must be a list");
    }

    private static IllegalArgumentException wrong(String where, String value, String rule) {
        return new IllegalArgumentException("the briefing's definition: " + where + " \"" + value + "\" " + rule);
    }
}
