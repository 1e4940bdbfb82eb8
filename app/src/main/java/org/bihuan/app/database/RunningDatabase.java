package org.bihuan.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The embedded database of a server that is running, for a command beside it. */
record RunningDatabase(DatabaseAccess access) implements Database {
    private static final int PORT_LINE = 3;

    /** The running database of a data folder, empty when none runs there. */
    static Optional<RunningDatabase> find(Path data) {
        Path folder = data.toAbsolutePath().normalize();
        Path directory = folder.resolve("postgresql");
        if (Postmaster.find(directory).isEmpty()) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(directory.resolve("postmaster.pid"));
            Credentials credentials = Credentials.loadOrCreate(folder.resolve("database.credentials"), true);
            String url = "jdbc:postgresql://127.0.0.1:" + lines.get(PORT_LINE).strip() + "/" + Roles.DATABASE;
            return Optional.of(
                    new RunningDatabase(new DatabaseAccess(url, credentials.application(), credentials.owner())));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + directory, e);
        }
    }

    @Override
    public void close() {
        // the server's own: it goes on
    }
}
