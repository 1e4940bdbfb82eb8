package org.bihuan.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.TimeZone;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pool that the program works with. */
@Tag("database")
class DatabasePoolTest {
    @RegisterExtension
    static final TestDatabase database = new TestDatabase();

    @Test
    void sessionsAreInUtcWhateverTheMachinesZone() {
        TimeZone zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
        try (HikariDataSource pool = DatabasePool.open(database.access())) {
            JdbcClient client = JdbcClient.create(pool);
            assertThat(client.sql("show timezone").query(String.class).single()).isEqualTo("UTC");
            assertThat(client.sql("select date_part('hour', timestamptz '2020-07-26T01:00:00+08:00')")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(17);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void itsRoleIsTheOrdinaryOne() {
        try (HikariDataSource pool = DatabasePool.open(database.access())) {
            assertThat(JdbcClient.create(pool)
                            .sql("select current_user")
                            .query(String.class)
                            .single())
                    .isEqualTo(database.access().application().user());
        }
    }
}
