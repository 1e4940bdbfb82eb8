package org.bihuan.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bihuan.app.startup.StartupRefused;

/**
 * PostgreSQL's data folder and the server on it. Who uses it must hold the folder alone (see {@link FolderLock}).
 *
 * @param directory the data folder; while it is made, {@code NAME.new} and {@code NAME.pw} lie beside it
 */
record PostgresCluster(Path directory, PostgresPrograms programs) {
    /**
     * Given on the command line, where neither a file nor ALTER SYSTEM can take them back. Error reports keep no
     * details, since these quote the values of rows; what a statement does wrong is told to the program and not to the
     * server's log, since the message itself may quote what somebody typed.
     */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("max_connections", "50"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_min_messages", "log"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("logging_collector", "on"),
            Map.entry("log_directory", "log"),
            Map.entry("log_filename", "postgresql-%a.log"),
            Map.entry("log_rotation_age", "1d"),
            Map.entry("log_truncate_on_rotation", "on"));

    boolean exists() {
        return Files.exists(directory.resolve("PG_VERSION"));
    }

    /** Makes the data folder, or nothing at all: it is built aside and renamed when it is whole. */
    void initialize(Login superuser) {
        Path aside = sibling(".new");
        Path password = sibling(".pw");
        try {
            FolderRemoval.remove(aside);
            Files.createDirectory(
                    aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.deleteIfExists(password);
            PrivateFile.write(password, superuser.password());
            programs.account().own(aside);
            programs.account().own(password);
            programs.run(
                    "initdb",
                    List.of(
                            "--pgdata=" + aside,
                            "--username=" + superuser.user(),
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C.UTF-8",
                            "--locale-provider=icu",
                            "--icu-locale=zh-Hans-CN",
                            "--data-checksums"),
                    "创建数据库",
                    "create the database");
            Files.delete(password);
            Files.move(aside, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + directory, e);
        }
    }

    /** Starts the server on the port of 127.0.0.1 and waits until it answers. */
    void start(int port) {
        requireVersion();
        Postmaster.stopOrphan(this);
        String options = Stream.of(SETTINGS, PostgresMemory.settings())
                .flatMap(settings -> settings.entrySet().stream())
                .map(setting -> "-c " + setting.getKey() + "='" + setting.getValue() + "'")
                .sorted()
                .collect(Collectors.joining(" ", "-p " + port + " ", ""));
        programs.run(
                "pg_ctl",
                List.of(
                        "start",
                        "--wait",
                        "--timeout=300",
                        "--silent",
                        "--pgdata=" + directory,
                        "--log=" + log(),
                        "--options=" + options),
                "启动数据库(日志 " + log() + ")",
                "start the database (log " + log() + ")");
    }

    /** Whether the server's process is there. */
    boolean isRunning() {
        return Postmaster.find(directory).isPresent();
    }

    /** Stops the server: open transactions are undone, what was committed is on disk. */
    void stop() {
        if (!stop("fast") && !stop("immediate")) {
            throw new IllegalStateException("PostgreSQL in " + directory + " does not stop");
        }
    }

    private boolean stop(String mode) {
        return programs.attempt(
                        "pg_ctl",
                        List.of(
                                "stop",
                                "--wait",
                                "--timeout=60",
                                "--silent",
                                "--mode=" + mode,
                                "--pgdata=" + directory))
                .succeeded();
    }

    private void requireVersion() {
        try {
            String data = Files.readString(directory.resolve("PG_VERSION")).strip();
            String said = programs.attempt("postgres", List.of("--version")).output();
            if (!said.contains(" " + data + ".")) {
                throw new StartupRefused(
                        "database-folder-version",
                        "数据目录 " + directory + " 由 PostgreSQL " + data + " 创建,而本程序自带的是 " + said.strip()
                                + "。请用 pg_upgrade 升级,或设置 --bihuan.database.url 使用外部数据库。",
                        "The data folder " + directory + " was made by PostgreSQL " + data + ", this program brings "
                                + said.strip() + ". Upgrade it with pg_upgrade, or use an external database with"
                                + " --bihuan.database.url.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the version of " + directory, e);
        }
    }

    /** What the server says before its own log in the folder {@code log} begins. */
    private Path log() {
        return directory.resolve("start.log");
    }

    private Path sibling(String suffix) {
        return directory.resolveSibling(directory.getFileName() + suffix);
    }
}
