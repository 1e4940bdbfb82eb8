package org.bihuan.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.bihuan.app.startup.StartupRefused;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each module's scripts fill its own schema, with its own history, once. */
@Tag("database")
class ModuleMigrationsTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @Test
    void eachModuleHasItsSchemaAndHistory() {
        List<String> schemas = database.jdbc()
                .sql("select nspname from pg_namespace n join pg_class c on c.relnamespace = n.oid"
                        + " where c.relname = 'flyway_schema_history' order by 1")
                .query((row, _) -> row.getString(1))
                .list();
        assertThat(schemas).hasSameElementsAs(ModuleMigrations.modules()).contains("clock");
    }

    @Test
    void applyingThemAgainChangesNothing() {
        List<String> before = history();
        ModuleMigrations.apply(
                database.ownerDataSource(), database.access().application().user());
        assertThat(history()).isEqualTo(before).isNotEmpty();
    }

    @Test
    void aScriptThatWasChangedAfterItWasAppliedIsRefusedByModule() {
        owner("update clock.flyway_schema_history set checksum = checksum + 1 where version = '1'");
        try {
            assertThatExceptionOfType(StartupRefused.class)
                    .isThrownBy(() -> ModuleMigrations.apply(
                            database.ownerDataSource(),
                            database.access().application().user()))
                    .satisfies(refused -> assertThat(refused.english()).contains("module clock"));
        } finally {
            owner("update clock.flyway_schema_history set checksum = checksum - 1 where version = '1'");
        }
    }

    private static void owner(String sql) {
        database.jdbcOfOwner().sql(sql).update();
    }

    private static List<String> history() {
        return database.jdbcOfOwner()
                .sql("select version || ' ' || installed_on from clock.flyway_schema_history order by installed_rank")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
