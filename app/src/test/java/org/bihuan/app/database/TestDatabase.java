package org.bihuan.app.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A database of its own for each test class, with all migrations applied, on one PostgreSQL a JVM. Use it as a static
 * field with {@code @RegisterExtension} and mark the class with {@code @Tag("database")}: such classes run once on the
 * embedded 18 and once on Debian's 15. Outside of JUnit call {@link #open} and {@link #close}.
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback, AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private @Nullable String name;
    private @Nullable DatabaseAccess access;
    private @Nullable HikariDataSource pool;

    /** Makes the database. */
    public void open() {
        TestServer server = TestServer.running();
        name = "test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
        access = server.create(name);
        pool = DatabasePool.pool(seeingAll(access.url()), access.application(), 8);
    }

    /** Connections as the ordinary role of the program. */
    public DataSource dataSource() {
        return Objects.requireNonNull(pool, "not open: use @RegisterExtension or open()");
    }

    /** Statements as the owner of the tables, who may do what the program may not. */
    public JdbcClient jdbcOfOwner() {
        return JdbcClient.create(ownerDataSource());
    }

    /** Many statements as the owner, on one connection and in one transaction: a connection for each costs milliseconds. */
    public void atOnceAsOwner(Consumer<JdbcClient> work) {
        try (Connection connection = ownerDataSource().getConnection()) {
            connection.setAutoCommit(false);
            work.accept(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    DataSource ownerDataSource() {
        return Sql.dataSource(seeingAll(access().url()), access().owner());
    }

    /** A test's own statements see every row, unless a transaction says otherwise. */
    private static String seeingAll(String url) {
        return url + (url.indexOf('?') < 0 ? "?" : "&") + "options=-c%20bihuan.level=9";
    }

    /** Connections as the program has them: they see nothing until a transaction says whose they are. */
    public DataSource strictDataSource() {
        return Sql.dataSource(access().url(), access().application());
    }

    /** The owner as migrations of before this one would have run. */
    public JdbcClient strictJdbcOfOwner() {
        return JdbcClient.create(Sql.dataSource(access().url(), access().owner()));
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }

    /** Arguments that make the server run on this database. */
    public String[] arguments() {
        return new String[] {
            "--bihuan.database.url=" + access().url(),
            "--bihuan.database.user=" + access().application().user(),
            "--bihuan.database.password=" + access().application().password(),
            "--bihuan.database.owner-user=" + access().owner().user(),
            "--bihuan.database.owner-password=" + access().owner().password()
        };
    }

    DatabaseAccess access() {
        return Objects.requireNonNull(access, "not open: use @RegisterExtension or open()");
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.close();
            pool = null;
        }
        if (name != null) {
            TestServer.running().drop(name);
            name = null;
            access = null;
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        open();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }
}
