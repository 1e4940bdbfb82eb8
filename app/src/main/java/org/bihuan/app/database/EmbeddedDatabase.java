package org.bihuan.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL of our own beside the program, on 127.0.0.1 only. The data stay in the folder between runs; a server
 * left over from a killed run is stopped first, one that ends by itself is started again.
 */
final class EmbeddedDatabase implements Database {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    private final FolderLock lock;
    private final PostgresWatch server;
    private final DatabaseAccess access;

    private EmbeddedDatabase(FolderLock lock, PostgresWatch server, DatabaseAccess access) {
        this.lock = lock;
        this.server = server;
        this.access = access;
    }

    /** Starts the server on the data folder, which is made when it is not there. */
    static EmbeddedDatabase start(Path data, PostgresPrograms programs) {
        long began = System.nanoTime();
        Path folder = data.toAbsolutePath().normalize();
        createPrivate(folder);
        FolderLock lock = FolderLock.take(folder);
        try {
            PostgresCluster cluster = new PostgresCluster(folder.resolve("postgresql"), programs);
            boolean exists = cluster.exists();
            Credentials credentials = Credentials.loadOrCreate(folder.resolve("database.credentials"), exists);
            if (!exists) {
                cluster.initialize(credentials.superuser());
            }
            int port = FreePort.find();
            cluster.start(port);
            String serverUrl = "jdbc:postgresql://127.0.0.1:" + port + "/";
            Roles.ensure(serverUrl, credentials);
            LOG.info(
                    "PostgreSQL on port {}, data in {}, {} after {} ms",
                    port,
                    folder,
                    exists ? "kept" : "new",
                    Duration.ofNanos(System.nanoTime() - began).toMillis());
            return new EmbeddedDatabase(
                    lock,
                    PostgresWatch.over(cluster, port),
                    new DatabaseAccess(serverUrl + Roles.DATABASE, credentials.application(), credentials.owner()));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    @Override
    public DatabaseAccess access() {
        return access;
    }

    @Override
    public void close() {
        try {
            server.close();
        } finally {
            lock.close();
        }
    }

    private static void createPrivate(Path folder) {
        try {
            boolean there = Files.isDirectory(folder);
            Files.createDirectories(folder);
            if (!there) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the data folder " + folder, e);
        }
    }
}
