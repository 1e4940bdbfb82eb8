package org.bihuan.app.duties;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.bihuan.policy.decide.AmbientKey;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Difference;
import org.bihuan.policy.decide.Pins;
import org.bihuan.policy.decide.Shape;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.HashId;

/**
 * What a change does to subjects of one shape, so that people with equal inputs are judged once. Of one change and one
 * moment. Thread-safe; forgets when it grows too large.
 */
public final class JudgedOnce {
    private static final int MOST = 200_000;

    private final ConcurrentHashMap<UUID, Difference> byShape = new ConcurrentHashMap<>();
    private final Set<String> levels = ConcurrentHashMap.newKeySet();
    private final LongAdder asked = new LongAdder();
    private final LongAdder judged = new LongAdder();

    /** Remembers which levels the decision read. */
    void read(Decision decision) {
        for (String key : decision.ambient()) {
            if (key.startsWith(AmbientKey.LEVEL)) {
                levels.add(key);
            }
        }
    }

    /** Keys of the levels that somebody has read, before or after. */
    public Set<String> levels() {
        return Set.copyOf(levels);
    }

    Difference difference(Dossier dossier, Pins pins, Supplier<Difference> judge) {
        asked.increment();
        Optional<UUID> shape = Shape.of(dossier, pins).map(text -> HashId.of("shape", text));
        Difference known = shape.map(byShape::get).orElse(null);
        if (known != null) {
            return known;
        }
        judged.increment();
        Difference difference = judge.get();
        if (byShape.size() >= MOST) {
            byShape.clear();
        }
        shape.ifPresent(key -> byShape.put(key, difference));
        return difference;
    }

    /** Of how many subjects the difference was asked. */
    public long asked() {
        return asked.sum();
    }

    /** How many were judged; the others were of a shape that had been. */
    public long judged() {
        return judged.sum();
    }
}
