package org.bihuan.trace.internal.query;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.bihuan.trace.api.FirstRing;
import org.bihuan.trace.api.QueryLimit;
import org.bihuan.trace.api.RingRule;

/** First rings of many cases, shared among the threads of the crew. */
public final class BatchSearch {
    private final Snapshot snapshot;
    private final RingRule rule;
    private final QueryLimit limit;
    private final Crew crew;

    /** A search for one question. */
    public BatchSearch(Snapshot snapshot, RingRule rule, QueryLimit limit, Crew crew) {
        this.snapshot = snapshot;
        this.rule = rule;
        this.limit = limit;
        this.crew = crew;
    }

    /** A ring for each person, in their order. */
    public List<FirstRing> search(List<Integer> persons) {
        AtomicReferenceArray<FirstRing> rings = new AtomicReferenceArray<>(persons.size());
        List<Crew.Part> members = crew.forParts(persons.size()).stream()
                .map(workspace -> (Crew.Part) part -> rings.set(
                        part, new FirstRingSearch(snapshot, rule, limit, workspace).search(persons.get(part))))
                .toList();
        Crew.share(members, persons.size());
        return IntStream.range(0, persons.size()).mapToObj(rings::get).toList();
    }
}
