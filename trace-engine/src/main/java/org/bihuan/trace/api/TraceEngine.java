package org.bihuan.trace.api;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bihuan.trace.internal.query.BatchSearch;
import org.bihuan.trace.internal.query.CommonPlaceSearch;
import org.bihuan.trace.internal.query.Crew;
import org.bihuan.trace.internal.query.FirstRingSearch;
import org.bihuan.trace.internal.query.SecondRingSearch;
import org.bihuan.trace.internal.query.SegmentSet;
import org.bihuan.trace.internal.query.Snapshot;
import org.bihuan.trace.internal.query.VisitorSearch;
import org.bihuan.trace.internal.query.Workspace;
import org.bihuan.trace.internal.segment.DaySegment;

/**
 * Answers questions about one snapshot of the stays. Immutable and thread-safe: questions run side by side, each in a
 * workspace of its own. A person or place without stays has an empty answer; whether it is known at all is for whoever
 * turned its id into a number. Every question throws {@link QueryStopped} when its limit says so.
 */
public final class TraceEngine {
    private final Snapshot snapshot;
    private final int threads;
    private final ConcurrentLinkedQueue<Workspace> workspaces = new ConcurrentLinkedQueue<>();

    private TraceEngine(Snapshot snapshot, int threads) {
        this.snapshot = snapshot;
        this.threads = threads;
    }

    /** An engine over the segments, its answers sorted by the orders given. */
    public static TraceEngine of(List<DaySegment> segments, IdOrder people, IdOrder places) {
        int processors = ForkJoinPool.getCommonPoolParallelism() + 1;
        return new TraceEngine(new Snapshot(SegmentSet.of(segments), people, places), processors);
    }

    /**
     * The same engine, a large question shared among so many threads at most: the caller's and some of the common pool's.
     * Without a word from anybody it is as many as there are processors.
     */
    public TraceEngine withThreads(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("threads: " + count + " is less than 1");
        }
        return new TraceEngine(snapshot, count);
    }

    /** This engine and one more segment: the way for late arrivals and for a live tail. */
    public TraceEngine with(DaySegment segment) {
        SegmentSet more = snapshot.segments().with(segment);
        return new TraceEngine(new Snapshot(more, snapshot.people(), snapshot.places()), threads);
    }

    /** The segments looked at, by day. */
    public List<DaySegment> segments() {
        return snapshot.segments().segments();
    }

    /** Who shared at least the rule's minutes with the person. */
    public FirstRing firstRing(int person, RingRule rule, QueryLimit limit) {
        return work(workspace -> new FirstRingSearch(snapshot, rule, limit, workspace).search(person));
    }

    /** First rings of many cases, in the order given. */
    public List<FirstRing> firstRings(Collection<Integer> persons, RingRule rule, QueryLimit limit) {
        return workTogether(crew -> new BatchSearch(snapshot, rule, limit, crew).search(List.copyOf(persons)));
    }

    /** Who shared at least the rule's minutes with someone of the first ring after that one's exposure. */
    public SecondRingMembers secondRingMembers(int person, RingRule rule, QueryLimit limit) {
        return workTogether(crew -> new SecondRingSearch(snapshot, rule, limit, crew).members(person));
    }

    /** The same people with how many exposed them and when first. */
    public SecondRing secondRing(int person, RingRule rule, QueryLimit limit) {
        return workTogether(crew -> new SecondRingSearch(snapshot, rule, limit, crew).search(person));
    }

    /** The shared intervals behind the first ring, by person, place and time. */
    public List<Edge> explainFirstRing(int person, RingRule rule, QueryLimit limit) {
        return work(workspace -> new FirstRingSearch(snapshot, rule, limit, workspace).explain(person));
    }

    /** The shared intervals behind the second ring, by person, via, place and time. */
    public List<Edge> explainSecondRing(int person, RingRule rule, QueryLimit limit) {
        return workTogether(crew -> new SecondRingSearch(snapshot, rule, limit, crew).explain(person));
    }

    /** Places at least so many of the people visited, by the bytes of the place's id. */
    public List<PlaceInCommon> placesInCommon(
            Collection<Integer> persons, Window window, int minPersons, QueryLimit limit) {
        return new CommonPlaceSearch(snapshot, limit).search(persons, window, minPersons);
    }

    /** Who was at the place in the window, united and clipped, by the bytes of the person's id, then time. */
    public List<Stay> visitors(int place, Window window, QueryLimit limit) {
        return new VisitorSearch(snapshot, limit).search(place, window);
    }

    private <T> T work(Function<Workspace, T> question) {
        Workspace workspace = takeWorkspace();
        T answer = question.apply(workspace);
        workspaces.offer(workspace); // not after an exception: a workspace given up halfway is not clean
        return answer;
    }

    private <T> T workTogether(Function<Crew, T> question) {
        List<Workspace> own =
                Stream.generate(this::takeWorkspace).limit(threads).toList();
        T answer = question.apply(new Crew(own));
        workspaces.addAll(own);
        return answer;
    }

    private Workspace takeWorkspace() {
        Workspace pooled = workspaces.poll();
        return pooled == null ? new Workspace() : pooled;
    }
}
