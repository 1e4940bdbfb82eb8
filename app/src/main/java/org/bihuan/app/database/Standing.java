package org.bihuan.app.database;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One answer for all who ask, made anew for fifty times as long as it took, or every two minutes: making it takes at most a
 * fiftieth of the machine however many people look. What is slow is made behind the scenes while they get the one of before;
 * nobody ever makes it beside somebody else. Thread-safe.
 *
 * @param <V> the answer
 */
public final class Standing<V> {
    private final LongSupplier nanos;
    private final Executor background;
    private final Function<Instant, V> make;
    private final AtomicBoolean isMaking = new AtomicBoolean();
    private volatile @Nullable Tally<V> last;

    /** @param nanos a clock that only goes forward, in nanoseconds */
    Standing(LongSupplier nanos, Executor background, Function<Instant, V> make) {
        this.nanos = nanos;
        this.background = background;
        this.make = make;
    }

    /** One that is made for a moment of the rules, behind the scenes by a thread of its own. */
    public static <V> Standing<V> of(Function<Instant, V> make) {
        return new Standing<>(
                System::nanoTime, work -> Thread.ofVirtual().name("counts").start(work), make);
    }

    /** The answer for the moment, or for one that is not far away by either clock. */
    public V at(Instant now) {
        Tally<V> known = last;
        if (known == null || !known.serves(nanos.getAsLong(), now)) {
            return makeNow(now);
        }
        if (known.isQuick() && !known.holds(nanos.getAsLong(), now)) {
            return makeNow(now);
        }
        renew(known, now);
        return known.value();
    }

    private void renew(Tally<V> known, Instant now) {
        if (!known.holds(nanos.getAsLong(), now) && isMaking.compareAndSet(false, true)) {
            background.execute(() -> makeBehind(now));
        }
    }

    /** The answer if there is one that serves; whoever asks so never waits. */
    public Optional<V> made(Instant now) {
        Tally<V> known = last;
        if (known == null || !known.serves(nanos.getAsLong(), now)) {
            return Optional.empty();
        }
        renew(known, now);
        return Optional.of(known.value());
    }

    private void makeBehind(Instant now) {
        try {
            makeNow(now);
        } finally {
            isMaking.set(false);
        }
    }

    private synchronized V makeNow(Instant now) {
        Tally<V> known = last;
        if (known != null && known.holds(nanos.getAsLong(), now)) {
            return known.value(); // made while this one waited
        }
        long start = nanos.getAsLong();
        V value = make.apply(now);
        long end = nanos.getAsLong();
        last = new Tally<>(value, end, now, end - start);
        return value;
    }
}
