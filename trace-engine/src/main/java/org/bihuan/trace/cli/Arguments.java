package org.bihuan.trace.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The words behind a command: {@code --name value} and bare flags. Unknown, repeated and dangling names are refused. */
final class Arguments {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Set<String> flags = new TreeSet<>();

    private Arguments() {}

    static Arguments parse(String[] words, int start, Set<String> names, Set<String> flagNames) {
        Arguments arguments = new Arguments();
        for (int i = start; i < words.length; i++) {
            String word = words[i];
            int equals = word.indexOf('=');
            boolean hasValue = word.startsWith("--") && equals > 0;
            String name = hasValue ? word.substring(0, equals) : word;
            if (flagNames.contains(word)) {
                arguments.flags.add(word);
            } else if (!names.contains(name)) {
                String all = known(names, flagNames);
                throw new UsageError(
                        "不认识的选项 '" + word + "',可用:" + all + "。", "unknown option '" + word + "'; known are " + all);
            } else if (!hasValue && i + 1 == words.length) {
                throw new UsageError(name + ":缺少值。", name + ": a value must follow");
            } else {
                arguments.put(name, hasValue ? word.substring(equals + 1) : words[++i]);
            }
        }
        return arguments;
    }

    private static String known(Set<String> names, Set<String> flagNames) {
        Set<String> all = new TreeSet<>(names);
        all.addAll(flagNames);
        return String.join(", ", all);
    }

    private void put(String name, String value) {
        if (value.indexOf('\uFFFD') >= 0) {
            throw new UsageError(
                    name + ":'" + value + "' 不是 UTF-8,请设 LC_ALL=C.UTF-8。",
                    name + ": '" + value + "' did not arrive as UTF-8; set LC_ALL=C.UTF-8");
        }
        if (values.put(name, value) != null) {
            throw new UsageError(name + ":给了两次。", name + ": given twice");
        }
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String get(String name) {
        return find(name).orElseThrow(() -> new UsageError(name + ":必须给出。", name + ": is required"));
    }
}
