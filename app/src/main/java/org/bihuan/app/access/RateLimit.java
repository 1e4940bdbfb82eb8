package org.bihuan.app.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** So many requests of one kind at once, and so many a second in the long run. Safe for many threads. */
final class RateLimit {
    private static final int MOST_KEYS = 50_000;

    private final double perSecond;
    private final double burst;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_KEYS;
        }
    };

    private record Bucket(double left, Instant at) {}

    RateLimit(double perSecond, double burst) {
        this.perSecond = perSecond;
        this.burst = burst;
    }

    /** Whether one more is let through now. */
    synchronized boolean take(String key, Instant now) {
        Bucket bucket = buckets.getOrDefault(key, new Bucket(burst, now));
        double passed = Math.max(0, Duration.between(bucket.at(), now).toNanos() / 1e9);
        double left = Math.min(burst, bucket.left() + passed * perSecond);
        boolean allowed = left >= 1;
        buckets.put(key, new Bucket(allowed ? left - 1 : left, now));
        return allowed;
    }
}
