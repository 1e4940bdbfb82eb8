package org.bihuan.app.orders;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.policy.format.Times;

/**
 * What a what-if on a database was asked.
 *
 * @param fresh folder of the draft
 * @param old folder of what it is compared with
 * @param sets values for both, {@code name=value}
 * @param settings where the database is, as on the server's command line
 */
record WhatIfOptions(Path fresh, Path old, Instant at, List<String> sets, List<String> settings) {
    private static final List<String> KNOWN = List.of("--pack", "--against", "--people", "--at", "--set", "--data");

    /** @throws IllegalArgumentException whose message is what is wrong or missing */
    static WhatIfOptions parse(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        List<String> sets = new ArrayList<>();
        List<String> settings = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String each = arguments.get(i);
            int equals = each.indexOf('=');
            String name = equals < 0 ? each : each.substring(0, equals);
            boolean isSetting = name.startsWith("--bihuan.") && equals > 0;
            if (!isSetting && (!KNOWN.contains(name) || equals < 0 && i + 1 >= arguments.size())) {
                throw new IllegalArgumentException(each);
            }
            String value = equals < 0 ? arguments.get(++i) : each.substring(equals + 1);
            switch (isSetting ? "setting" : name) {
                case "setting" -> settings.add(each);
                case "--set" -> sets.add(value);
                case "--data" -> settings.add("--bihuan.data=" + value);
                default -> options.put(name, value);
            }
        }
        for (String name : List.of("--pack", "--against", "--people", "--at")) {
            if (!options.containsKey(name)) {
                throw new IllegalArgumentException(name);
            }
        }
        Instant at = Times.parse(options.getOrDefault("--at", ""));
        if (at == null || !"db".equals(options.get("--people"))) {
            throw new IllegalArgumentException(at == null ? "--at" : "--people");
        }
        return new WhatIfOptions(
                Path.of(options.getOrDefault("--pack", "")),
                Path.of(options.getOrDefault("--against", "")),
                at,
                sets,
                settings);
    }
}
