package org.bihuan.app.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server process that a data folder names as its own, left running when this program was killed. */
final class Postmaster {
    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

    private Postmaster() {}

    /**
     * Ends a server that an earlier run left on the folder. A process number in postmaster.pid that now belongs to
     * another program (after a restart of the machine or the container) is not touched, its file is removed.
     */
    static void stopOrphan(PostgresCluster cluster) {
        Path pidFile = cluster.directory().resolve("postmaster.pid");
        try {
            if (!Files.exists(pidFile)) {
                return;
            }
            if (find(cluster.directory()).isPresent()) {
                LOG.warn("stopping the PostgreSQL that an earlier run left on {}", cluster.directory());
                cluster.stop();
            } else {
                Files.delete(pidFile);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + pidFile, e);
        }
    }

    /** The live server of the folder. */
    static Optional<ProcessHandle> find(Path directory) throws IOException {
        List<String> lines = Files.readAllLines(directory.resolve("postmaster.pid"));
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        long pid = Math.abs(Long.parseLong(lines.getFirst().strip()));
        return ProcessHandle.of(pid).filter(process -> isServerOf(directory, process.pid()));
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
