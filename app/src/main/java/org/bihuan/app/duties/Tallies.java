package org.bihuan.app.duties;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts that are quick are always made anew. One that took long is remembered for fifty times as long, so that counting
 * takes at most a fiftieth of the machine a question, however many people look; while one makes it anew, the others get
 * the one of before. Two minutes is the oldest that anybody sees. Thread-safe.
 *
 * @param <K> what is counted, and for whose sight
 * @param <V> the count
 */
final class Tallies<K, V> {
    static final Duration QUICK = Duration.ofMillis(50);
    static final Duration OLDEST = Duration.ofMinutes(2);

    static final int TIMES = 50;
    private static final int MOST_QUESTIONS = 2_000;

    private final LongSupplier nanos;
    private final Map<K, Question<V>> questions = new ConcurrentHashMap<>();

    /** @param nanos a clock that only goes forward, in nanoseconds */
    Tallies(LongSupplier nanos) {
        this.nanos = nanos;
    }

    private static final class Question<V> {
        private final ReentrantLock counting = new ReentrantLock();
        private volatile @Nullable Tally<V> last;
    }

    /** The count as of the moment, or one that is not much older. */
    V of(K key, Instant now, Supplier<V> count) {
        Question<V> question = questions.computeIfAbsent(key, each -> new Question<>());
        Tally<V> last = question.last;
        if (last != null && last.holds(nanos.getAsLong(), now)) {
            return last.value();
        }
        if (last == null || !last.isNear(now)) {
            return make(question, key, now, count);
        }
        if (!question.counting.tryLock()) {
            return last.value();
        }
        try {
            return make(question, key, now, count);
        } finally {
            question.counting.unlock();
        }
    }

    private V make(Question<V> question, K key, Instant now, Supplier<V> count) {
        long start = nanos.getAsLong();
        V value = count.get();
        long end = nanos.getAsLong();
        if (end - start <= QUICK.toNanos()) {
            questions.remove(key);
        } else {
            question.last = new Tally<>(value, end, now, end - start);
            if (questions.size() > MOST_QUESTIONS) {
                questions.clear();
            }
        }
        return value;
    }
}
