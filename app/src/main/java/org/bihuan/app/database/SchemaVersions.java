package org.bihuan.app.database;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * At which version the schemas of the modules are.
 *
 * @param byModule the version of each module's schema, as Flyway writes it; a module that is not named has none
 * @param newest whether the newest version of every module is meant
 */
public record SchemaVersions(Map<String, String> byModule, boolean newest) {
    public SchemaVersions {
        byModule = new TreeMap<>(byModule);
    }

    /** What this program brings. */
    public static SchemaVersions ofProgram() {
        return new SchemaVersions(Map.of(), true);
    }

    /** Exactly these. */
    public static SchemaVersions of(Map<String, String> byModule) {
        return new SchemaVersions(byModule, false);
    }

    /** Whether the module has a schema at all. */
    boolean has(String module) {
        return newest || byModule.containsKey(module);
    }

    /** Where to stop, empty for the newest. */
    Optional<String> target(String module) {
        return Optional.ofNullable(byModule.get(module));
    }
}
