package org.bihuan.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.bihuan.app.startup.StartupRefused;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings the database to this version of the program: each folder {@code db/migration/<module>} fills the schema of
 * that name, with its own history, in the order of the names. Modules share no tables and no keys, so that the order
 * does not matter. {@code ${schema}} and {@code ${application}} in a script stand for the schema and for the role
 * that the program runs as; what that role may do is granted in the scripts.
 */
final class ModuleMigrations {
    private static final Logger LOG = LoggerFactory.getLogger(ModuleMigrations.class);
    private static final String ROOT = "db/migration/";
    private static final String FIRST = "authority";

    private ModuleMigrations() {}

    /** @param owner connections as the role that will own the tables */
    static void apply(DataSource owner, String application) {
        apply(owner, application, SchemaVersions.ofProgram());
    }

    /** As above, to these versions. */
    static void apply(DataSource owner, String application, SchemaVersions versions) {
        for (String module : modules()) {
            if (!versions.has(module)) {
                continue;
            }
            try {
                MigrateResult result = Flyway.configure()
                        .dataSource(owner)
                        .schemas(module)
                        .locations("classpath:" + ROOT + module)
                        .placeholders(Map.of("schema", module, "application", application))
                        .failOnMissingLocations(true)
                        .initSql("set bihuan.level = '9'") // a migration sees every row, as the machine does
                        .target(versions.target(module).orElse("latest"))
                        .load()
                        .migrate();
                if (result.migrationsExecuted > 0) {
                    LOG.info("schema {} is now at version {}", module, result.targetSchemaVersion);
                }
            } catch (FlywayException e) {
                throw new StartupRefused(
                        "database-migration",
                        "模块 " + module + " 的数据库升级失败:" + e.getMessage(),
                        "The database migration of module " + module + " failed: " + e.getMessage(),
                        e);
            }
        }
    }

    /** By name, after the one that says who sees a row: the policies of the others ask it. */
    static List<String> modules() {
        return scripts().keySet().stream()
                .sorted(Comparator.comparing((String module) -> !module.equals(FIRST))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** How many scripts each module has. */
    static SortedMap<String, Integer> scripts() {
        try {
            SortedMap<String, Integer> names = new TreeMap<>();
            Resource[] scripts =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + ROOT + "*/*.sql");
            for (Resource script : scripts) {
                String path = script.getURL().getPath();
                int end = path.lastIndexOf('/');
                names.merge(path.substring(path.lastIndexOf('/', end - 1) + 1, end), 1, Integer::sum);
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the migrations", e);
        }
    }
}
