package org.bihuan.app.database;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;

/**
 * How much of the machine the embedded PostgreSQL takes. Its own defaults are those of a machine of twenty years ago: with
 * 128 MB every index of a city is read from the disk again and again, and a checkpoint at every gigabyte writes whole pages
 * twice.
 */
final class PostgresMemory {
    private static final long MEGABYTE = 1 << 20;
    private static final long LEAST = 128;
    private static final long MOST = 1_024;
    private static final int PART = 8;

    private PostgresMemory() {}

    /** The settings for this machine. */
    static Map<String, String> settings() {
        return settings(
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize());
    }

    /**
     * The settings for a machine.
     *
     * @param memory bytes that the machine, or the container, has
     */
    static Map<String, String> settings(long memory) {
        long megabytes = memory / MEGABYTE;
        return Map.of(
                "shared_buffers",
                Math.clamp(megabytes / PART, LEAST, MOST) + "MB",
                "effective_cache_size",
                Math.max(LEAST, megabytes / 2) + "MB",
                "max_wal_size",
                "2GB", // read again after a crash: a minute at most
                "checkpoint_timeout",
                "15min");
    }
}
