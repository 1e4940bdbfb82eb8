package org.bihuan.app.briefing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bihuan.app.briefing.domain.Item;
import org.bihuan.app.duties.Duties;
import org.bihuan.policy.fact.SubjectId;

/** Lets through whom an order has judged, a thousand at a time, or everybody. Not thread-safe. */
final class JudgedSieve implements AutoCloseable {
    private static final int STEP = 1_000;

    private final boolean isFine;
    private final Duties duties;
    private final Instant then;
    private final List<Waiting> waiting = new ArrayList<>(STEP);

    /**
     * Empty.
     *
     * @param isFine whether to hold back whom no order has judged by then
     */
    JudgedSieve(boolean isFine, Duties duties, Instant then) {
        this.isFine = isFine;
        this.duties = duties;
        this.then = then;
    }

    private record Waiting(FigureSum sum, Item item) {
        SubjectId subject() {
            return SubjectId.parse(item.ref());
        }
    }

    void add(FigureSum sum, Item item) {
        waiting.add(new Waiting(sum, item));
        if (waiting.size() >= STEP) {
            close();
        }
    }

    /** Lets through what still waits. */
    @Override
    public void close() {
        Set<SubjectId> asked = waiting.stream().map(Waiting::subject).collect(Collectors.toSet());
        Set<SubjectId> through = isFine ? duties.judged(asked, then) : asked;
        waiting.stream()
                .filter(each -> through.contains(each.subject()))
                .forEach(each -> each.sum().add(each.item()));
        waiting.clear();
    }
}
