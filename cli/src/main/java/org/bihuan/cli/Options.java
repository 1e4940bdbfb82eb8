package org.bihuan.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Options written {@code --name value} or {@code --name=value}, and words without a dash. */
final class Options {
    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<String> words = new ArrayList<>();

    private Options() {}

    static Options parse(List<String> arguments, Set<String> known) {
        Options options = new Options();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                options.words.add(argument);
                continue;
            }
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument.substring(2) : argument.substring(2, equals);
            if (!known.contains(name)) {
                throw new UsageException("unknown option --" + name + ", known are "
                        + known.stream().sorted().map(each -> "--" + each).toList());
            }
            if (equals < 0 && i + 1 >= arguments.size()) {
                throw new UsageException("--" + name + " needs a value");
            }
            String value = equals < 0 ? arguments.get(++i) : argument.substring(equals + 1);
            options.values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        return options;
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    Optional<String> find(String name) {
        List<String> all = all(name);
        if (all.size() > 1) {
            throw new UsageException("--" + name + " may stand only once");
        }
        return all.stream().findFirst();
    }

    String get(String name) {
        return find(name).orElseThrow(() -> new UsageException("--" + name + " is required"));
    }

    List<String> words() {
        return words;
    }
}
