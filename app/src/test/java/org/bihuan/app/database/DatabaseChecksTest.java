package org.bihuan.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bihuan.app.startup.StartupRefused;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which databases the program trusts. */
@Tag("database")
class DatabaseChecksTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @Test
    void aDurableDatabaseUnderAnOrdinaryRolePasses() {
        assertThatCode(() -> DatabaseChecks.require(database.dataSource())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"150000", "150020", "160002", "180006", "189999"})
    void versionsFrom15To18Pass(String number) {
        assertThatCode(() -> DatabaseChecks.requireVersion(number)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"149999, 14", "90624, 9", "190000, 19"})
    void otherVersionsAreRefusedByNumber(String number, String major) {
        StartupRefused refused = refused("database-version", () -> DatabaseChecks.requireVersion(number));
        assertThat(refused.english()).contains("PostgreSQL " + major, "15 to 18");
        assertThat(refused.chinese()).contains("PostgreSQL " + major, "15 至 18");
    }

    @ParameterizedTest
    @CsvSource({"fsync, off", "full_page_writes, off", "synchronous_commit, off", "synchronous_commit, local"})
    void whatMayLoseAcknowledgedDataIsRefusedByName(String setting, String value) {
        StartupRefused refused = refused("database-not-durable", () -> DatabaseChecks.requireOn(setting, value));
        assertThat(refused.english()).contains(setting, value);
    }

    @Test
    void aRoleThatSwitchesTheWaitingOffIsRefused() {
        String user = database.access().application().user();
        String name = database.jdbc()
                .sql("select current_database()")
                .query(String.class)
                .single();
        TestServer.running()
                .asSuperuser(connection -> Sql.execute(
                        connection, "alter role " + user + " in database " + name + " set synchronous_commit = off"));
        try {
            refused("database-not-durable", () -> DatabaseChecks.require(unpooled()));
        } finally {
            TestServer.running()
                    .asSuperuser(connection -> Sql.execute(
                            connection, "alter role " + user + " in database " + name + " reset synchronous_commit"));
        }
    }

    @Test
    void aSuperuserIsRefused() {
        Login superuser = TestServer.running().superuser();
        refused(
                "database-role-too-strong",
                () -> DatabaseChecks.require(Sql.dataSource(database.access().url(), superuser)));
    }

    @Test
    void aDatabaseThatIsNotThereIsNamed() {
        Login login = database.access().application();
        String nowhere = "jdbc:postgresql://127.0.0.1:" + FreePort.find() + "/bihuan";
        refused("database-unreachable", () -> DatabaseChecks.require(Sql.dataSource(nowhere, login)));
    }

    private static DataSource unpooled() {
        return Sql.dataSource(database.access().url(), database.access().application());
    }

    private static StartupRefused refused(String code, ThrowingCallable call) {
        return assertThatExceptionOfType(StartupRefused.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code))
                .actual();
    }
}
