package org.bihuan.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the role of the running program may not do. */
@Tag("database")
class OrdinaryRoleTest {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String WRONG_PASSWORD = "28P01";

    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter role bihuan_app superuser",
                "alter role bihuan_app bypassrls",
                "set role bihuan_owner",
                "set session authorization bihuan_owner",
                "create role intruder",
                "create schema intruder",
                "create table public.intruder (i int)",
                "create table clock.intruder (i int)",
                "alter table clock.reading add column i int",
                "drop table clock.reading",
                "delete from clock.reading",
                "delete from clock.flyway_schema_history",
                "select rolpassword from pg_authid",
                "copy (select 1) to program 'true'",
                "copy (select 1) to '/dev/null'",
                "alter system set fsync = off",
                "set fsync = off"
            })
    void isRefused(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> Sql.execute(connection, sql))
                    .satisfies(refused -> assertThat(refused.getSQLState()).isIn(INSUFFICIENT_PRIVILEGE, "55P02"));
        }
    }

    @Test
    void doesItsOrdinaryWork() {
        database.jdbc()
                .sql("insert into clock.reading (reading, speed, kind) values (now(), 1, 'system')")
                .update();
        assertThat(database.jdbc()
                        .sql("select count(*) from clock.reading")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aWrongPasswordIsRefused() {
        Login wrong = new Login(database.access().application().user(), "wrong");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> Sql.dataSource(database.access().url(), wrong).getConnection())
                .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo(WRONG_PASSWORD));
    }
}
