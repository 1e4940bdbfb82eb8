package org.bihuan.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * The one PostgreSQL of a test JVM. Which one it is says the system property {@code bihuan.test.database}:
 * {@code embedded} (default) or {@code postgresql-15} (Debian's programs, a private cluster); the environment variable
 * BIHUAN_TEST_DATABASE_URL names a server that runs already instead, with a role that may create roles and databases
 * ({@code jdbc:postgresql://HOST/postgres?user=U&password=P}).
 */
final class TestServer {
    private static final String TEMPLATE = "bihuan_template_";
    private static @Nullable TestServer running;

    private final String url;
    private final Login superuser;
    private final Credentials credentials;
    private final String template;

    private TestServer(String url, Login superuser, Credentials credentials) {
        this.url = url;
        this.superuser = superuser;
        this.credentials = credentials;
        this.template = TEMPLATE + ProcessHandle.current().pid();
    }

    static synchronized TestServer running() {
        if (running == null) {
            running = start();
            running.makeTemplate();
        }
        return running;
    }

    DatabaseAccess create(String database) {
        asSuperuser(connection -> {
            Sql.execute(
                    connection,
                    "create database " + database + " template " + template + " owner "
                            + credentials.owner().user());
            Roles.open(connection, database, credentials.application().user());
        });
        return new DatabaseAccess(url(database), credentials.application(), credentials.owner());
    }

    Login superuser() {
        return superuser;
    }

    void drop(String database) {
        asSuperuser(connection -> Sql.execute(connection, "drop database " + database + " with (force)"));
    }

    private void makeTemplate() {
        asSuperuser(connection -> {
            Roles.role(connection, credentials.owner());
            Roles.role(connection, credentials.application());
            Sql.execute(connection, "drop database if exists " + template);
            Roles.create(connection, template, credentials.owner().user());
        });
        ModuleMigrations.apply(
                Sql.dataSource(url(template), credentials.owner()),
                credentials.application().user());
    }

    private String url(String database) {
        return url.replace("/postgres", "/" + database);
    }

    /** Work on a connection as superuser. */
    interface Work {
        void on(Connection connection) throws SQLException;
    }

    void asSuperuser(Work work) {
        try (Connection connection = Sql.dataSource(url, superuser).getConnection()) {
            work.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot set up the test server " + url, e);
        }
    }

    private static TestServer start() {
        String external = System.getenv("BIHUAN_TEST_DATABASE_URL");
        if (external != null) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(external);
            Login login =
                    new Login(Objects.requireNonNull(source.getUser()), Objects.requireNonNull(source.getPassword()));
            return new TestServer(external, login, Credentials.generate());
        }
        try {
            Path folder = Files.createTempDirectory("bihuan-test");
            PostgresCluster cluster = new PostgresCluster(folder.resolve("postgresql"), programs());
            Credentials credentials = Credentials.generate();
            cluster.initialize(credentials.superuser());
            int port = FreePort.find();
            cluster.start(port);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                cluster.stop();
                FileSystemUtils.deleteRecursively(folder.toFile());
            }));
            return new TestServer(
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres", credentials.superuser(), credentials);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PostgresPrograms programs() {
        return switch (System.getProperty("bihuan.test.database", "embedded")) {
            case "embedded" -> TestPrograms.embedded();
            case "postgresql-15" -> TestPrograms.debian(15);
            case String other -> throw new IllegalArgumentException("bihuan.test.database: " + other);
        };
    }
}
