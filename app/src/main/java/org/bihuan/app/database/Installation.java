package org.bihuan.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.bihuan.app.startup.StartupRefused;
import org.jspecify.annotations.Nullable;

/**
 * The embedded database of a data folder, reached by a command from outside of the server: beside a server that runs,
 * or alone with the folder's lock. Its connections are the superuser's, who passes by row-level security: a copy made by
 * somebody else could leave rows out without a word.
 */
public final class Installation implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final String serverUrl;
    private final Credentials credentials;
    private final @Nullable EmbeddedDatabase own;
    private final Thread stop = new Thread(this::stopOwn);

    private Installation(String serverUrl, Credentials credentials, @Nullable EmbeddedDatabase own) {
        this.serverUrl = serverUrl;
        this.credentials = credentials;
        this.own = own;
        Runtime.getRuntime().addShutdownHook(stop);
    }

    /** The database of a folder that holds one; started when no server runs on it. */
    public static Installation reach(Path data, Path programs) {
        Path folder = data.toAbsolutePath().normalize();
        if (!Files.exists(folder.resolve("postgresql/PG_VERSION"))) {
            throw new StartupRefused(
                    "no-database",
                    "--data 的值是 " + folder + ",这里没有数据库。请指定 serve 或 demo 用的数据目录;外部数据库用它自己的工具备份(pg_dump)。",
                    "--data is " + folder + ", where there is no database. Name the data folder that serve or demo"
                            + " uses; an external database is backed up with its own tools (pg_dump).");
        }
        try {
            return start(folder, programs);
        } catch (StartupRefused e) {
            if (e.code().equals("data-folder-in-use")) {
                return beside(folder);
            }
            throw e;
        }
    }

    /** A new database in a folder that nobody uses. */
    public static Installation create(Path folder, Path programs) {
        return start(folder.toAbsolutePath().normalize(), programs);
    }

    /** Removes a folder that a killed command left half-made, and the server on it. */
    public static void discard(Path folder, Path programs) {
        if (Files.isDirectory(folder)) {
            try (FolderLock _ = FolderLock.take(folder)) {
                Postmaster.stopOrphan(new PostgresCluster(
                        folder.resolve("postgresql"),
                        new PostgresPrograms(BinaryArchive.unpack(programs), ServerAccount.choose())));
                FolderRemoval.remove(folder);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot remove " + folder, e);
            }
        }
    }

    private static Installation start(Path folder, Path programs) {
        EmbeddedDatabase database = EmbeddedDatabase.start(
                folder, new PostgresPrograms(BinaryArchive.unpack(programs), ServerAccount.choose()));
        String url = database.access().url();
        return new Installation(
                url.substring(0, url.length() - Roles.DATABASE.length()),
                Credentials.loadOrCreate(folder.resolve("database.credentials"), true),
                database);
    }

    /** A server that is only just starting is waited for. */
    private static Installation beside(Path folder) {
        Credentials credentials = Credentials.loadOrCreate(folder.resolve("database.credentials"), true);
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            Optional<Integer> port = port(folder.resolve("postgresql"));
            if (port.isPresent()) {
                return new Installation("jdbc:postgresql://127.0.0.1:" + port.get() + "/", credentials, null);
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new StartupRefused(
                "database-not-answering",
                "数据目录 " + folder + " 正被使用,但它的数据库没有运行。请稍后再试,或先停止服务。",
                "The data folder " + folder + " is in use, but its database does not run. Try again later, or stop the"
                        + " server first.");
    }

    /** Line 4 of postmaster.pid is the port, line 8 says that the server takes connections. */
    private static Optional<Integer> port(Path directory) {
        try {
            if (Postmaster.find(directory).isEmpty()) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(directory.resolve("postmaster.pid"));
            return lines.size() >= 8 && lines.get(7).startsWith("ready")
                    ? Optional.of(Integer.valueOf(lines.get(3).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read postmaster.pid in " + directory, e);
        }
    }

    /** Whether nobody else uses the folder, nor may until this is closed. */
    public boolean isAlone() {
        return own != null;
    }

    /** The program's database. */
    public static String database() {
        return Roles.DATABASE;
    }

    /** Connections as the superuser, who sees every row. */
    public DataSource superuser(String database) {
        return Sql.dataSource(serverUrl + database, credentials.superuser());
    }

    /** Brings the program's database to exactly these versions by module, or to the newest where there are none. */
    public void migrate(SchemaVersions versions) {
        ModuleMigrations.apply(
                Sql.dataSource(serverUrl + Roles.DATABASE, credentials.owner()),
                credentials.application().user(),
                versions);
    }

    /** Makes a second database that equals the program's at this moment. Nobody may be connected to that. */
    public void copyDatabase(String copy) {
        administer("drop database if exists " + copy + " with (force)");
        administer("create database " + copy + " template " + Roles.DATABASE + " strategy file_copy owner "
                + credentials.owner().user());
        try (Connection connection = superuser("postgres").getConnection()) {
            Roles.open(connection, copy, credentials.application().user());
        } catch (SQLException e) {
            throw new IllegalStateException("cannot open the copy of the database", e);
        }
    }

    /** Drops the second database. */
    public void dropDatabase(String copy) {
        administer("drop database " + copy + " with (force)");
    }

    private void administer(String sql) {
        try (Connection connection = superuser("postgres").getConnection()) {
            Sql.execute(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the database refuses: " + sql, e);
        }
    }

    /** Settings of a server that works on one of the databases. */
    public List<String> arguments(String database) {
        return List.of(
                "--bihuan.database.url=" + serverUrl + database,
                "--bihuan.database.user=" + credentials.application().user(),
                "--bihuan.database.password=" + credentials.application().password(),
                "--bihuan.database.owner-user=" + credentials.owner().user(),
                "--bihuan.database.owner-password=" + credentials.owner().password());
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException _) {
            return; // the program is ending: the hook does it
        }
        stopOwn();
    }

    private void stopOwn() {
        if (own != null) {
            own.close();
        }
    }
}
