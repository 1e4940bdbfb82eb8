package org.bihuan.app.duties;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.stereotype.Component;

/** When each worker was last seen at work, in real time. Thread-safe. */
@Component
public class WorkerPulse {
    private final Map<String, Long> seen = new ConcurrentSkipListMap<>();

    /**
     * A worker and how long ago it was seen.
     *
     * @param name its thread's
     */
    public record Worker(String name, Duration silent) {}

    void beat(String worker) {
        seen.put(worker, System.nanoTime());
    }

    void stopped() {
        seen.clear();
    }

    /** All workers that were ever started and not stopped. */
    public List<Worker> workers() {
        long now = System.nanoTime();
        return seen.entrySet().stream()
                .map(each -> new Worker(each.getKey(), Duration.ofNanos(now - each.getValue())))
                .toList();
    }
}
