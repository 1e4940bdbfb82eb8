package org.bihuan.app.database;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the server again when it ends by itself, on the same port, so that waiting connections come back. */
final class PostgresWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresWatch.class);
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final PostgresCluster cluster;
    private final int port;
    private final Thread thread;
    private boolean over;

    private PostgresWatch(PostgresCluster cluster, int port) {
        this.cluster = cluster;
        this.port = port;
        this.thread = Thread.ofPlatform().daemon().name("postgresql-watch").unstarted(this::watch);
    }

    static PostgresWatch over(PostgresCluster cluster, int port) {
        PostgresWatch watch = new PostgresWatch(cluster, port);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(isWell() ? INTERVAL : AFTER_FAILURE);
            }
        } catch (InterruptedException _) {
            // closed
        }
    }

    /** False when the server is down and does not start. */
    private synchronized boolean isWell() {
        if (over || cluster.isRunning()) {
            return true;
        }
        LOG.error("PostgreSQL in {} ended by itself, starting it again", cluster.directory());
        try {
            cluster.start(port);
            return true;
        } catch (RuntimeException e) {
            LOG.error("PostgreSQL in {} does not start, trying again", cluster.directory(), e);
            return false;
        }
    }

    /** Stops the server. */
    @Override
    public synchronized void close() {
        over = true;
        thread.interrupt();
        if (cluster.isRunning()) {
            cluster.stop();
        }
    }
}
