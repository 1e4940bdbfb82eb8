package org.bihuan.app.facts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Facts that stand, one after another, those of one subject together. Holds {@value #STEP} of them, however many there
 * are. Belongs to the transaction that asked, and is closed by it. Not thread-safe.
 */
public final class StandingFacts implements AutoCloseable {
    static final int STEP = 1_000;

    private final Stream<FactSeen> source;
    private final Iterator<FactSeen> rows;
    private final Function<Collection<UUID>, Set<UUID>> takenBack;
    private final Deque<FactSeen> ready = new ArrayDeque<>(STEP);

    /** @param takenBack tells which of some facts are taken back */
    StandingFacts(Stream<FactSeen> source, Function<Collection<UUID>, Set<UUID>> takenBack) {
        this.source = source;
        this.rows = source.iterator();
        this.takenBack = takenBack;
    }

    /** The next one, null after the last. */
    public @Nullable FactSeen next() {
        while (ready.isEmpty() && rows.hasNext()) {
            read();
        }
        return ready.poll();
    }

    private void read() {
        List<FactSeen> read = new ArrayList<>(STEP);
        while (read.size() < STEP && rows.hasNext()) {
            read.add(rows.next());
        }
        Set<UUID> taken = takenBack.apply(read.stream().map(FactSeen::fact).collect(Collectors.toSet()));
        read.stream().filter(each -> !taken.contains(each.fact())).forEach(ready::add);
    }

    @Override
    public void close() {
        source.close();
    }
}
