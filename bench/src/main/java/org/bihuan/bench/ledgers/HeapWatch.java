package org.bihuan.bench.ledgers;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** How much of the heap was still alive after collections since it was made, beyond what was alive then. */
final class HeapWatch {
    private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
            .toList();
    private final long before = alive();
    private volatile long most = before;
    private volatile boolean running = true;
    private final Thread thread = Thread.ofPlatform().daemon().start(this::watch); // last: it reads the others

    private void watch() {
        while (running) {
            most = Math.max(most, alive());
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private long alive() {
        return pools.stream()
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }

    /** Bytes. */
    long stop() {
        running = false;
        thread.interrupt();
        return Math.max(0, most - before);
    }
}
