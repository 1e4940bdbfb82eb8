package org.bihuan.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Scanner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server process that a data folder names as its own, left running when this program was killed. */
final class Postmaster {
    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

    private Postmaster() {}

    /**
     * Ends a server that an earlier run left on the folder. A process number in postmaster.pid that now belongs to
     * another program (after a restart of the machine or the container) is not touched; its file is removed, since
     * PostgreSQL would take that program for a server. A file whose process is gone is left to PostgreSQL, which looks
     * for server processes that are still ending.
     */
    static void stopOrphan(PostgresCluster cluster) {
        Optional<ProcessHandle> named = named(cluster.directory());
        if (named.isEmpty()) {
            return;
        }
        if (isServerOf(cluster.directory(), named.get().pid())) {
            LOG.warn("stopping the PostgreSQL that an earlier run left on {}", cluster.directory());
            cluster.stop();
        } else {
            try {
                Files.delete(pidFile(cluster.directory()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The live server of the folder. */
    static Optional<ProcessHandle> find(Path directory) {
        return named(directory).filter(process -> isServerOf(directory, process.pid()));
    }

    /** The live process, whatever it is, that the folder names as its server. */
    private static Optional<ProcessHandle> named(Path directory) {
        try {
            Scanner text = new Scanner(Files.readString(pidFile(directory)));
            return text.hasNextLong() ? ProcessHandle.of(text.nextLong()) : Optional.empty();
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + pidFile(directory), e);
        }
    }

    private static Path pidFile(Path directory) {
        return directory.resolve("postmaster.pid");
    }

    /** Whether the process is a live server of the folder; false for one that has ended but is not yet reaped. */
    static boolean isServerOf(Path directory, long pid) {
        try {
            String commandLine = Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
            return commandLine.contains("postgres\0") && commandLine.contains("\0" + directory + "\0");
        } catch (IOException e) {
            return false;
        }
    }
}
