package org.bihuan.trace.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bihuan.trace.internal.segment.DaySegment;
import org.bihuan.trace.internal.segment.DaySegmentBuilder;
import org.junit.jupiter.api.Test;

/** Limits, the way in for a live tail, and use by several threads. */
class TraceEngineTest {
    private static final RingRule RULE = RingRule.of(new Window(0, 1440), 15);

    private static DaySegment segment(int... persons) {
        DaySegmentBuilder builder = new DaySegmentBuilder(0, 4);
        for (int person : persons) {
            builder.add(person, 3, 100, 200);
        }
        return builder.build();
    }

    private static TraceEngine engine() {
        return TraceEngine.of(List.of(segment(0, 1)), IdOrder.natural(), IdOrder.natural());
    }

    @Test
    void aCancelledQuestionStops() {
        QueryLimit limit = QueryLimit.none();
        limit.cancel();
        assertThatThrownBy(() -> engine().firstRing(0, RULE, limit))
                .isInstanceOfSatisfying(
                        QueryStopped.class,
                        stopped -> assertThat(stopped.reason()).isEqualTo(QueryStopped.Reason.CANCELLED));
    }

    @Test
    void aQuestionPastItsDeadlineStopsAndTheNextOneIsRight() {
        TraceEngine engine = engine();
        AtomicLong clock = new AtomicLong();
        QueryLimit limit = QueryLimit.within(3, clock::incrementAndGet);
        assertThatThrownBy(() -> engine.secondRing(0, RULE, limit))
                .isInstanceOfSatisfying(
                        QueryStopped.class,
                        stopped -> assertThat(stopped.reason()).isEqualTo(QueryStopped.Reason.DEADLINE));
        assertThat(engine.firstRing(0, RULE, QueryLimit.none()).contacts())
                .containsExactly(new Contact(1, 100, 1, 100, 200));
    }

    @Test
    void aLiveTailJoinsAsOneMoreSegment() {
        TraceEngine engine = engine();
        TraceEngine withTail = engine.with(segment(1, 7));
        assertThat(withTail.firstRing(7, RULE, QueryLimit.none()).contacts())
                .containsExactly(new Contact(0, 100, 1, 100, 200), new Contact(1, 100, 1, 100, 200));
        assertThat(engine.firstRing(7, RULE, QueryLimit.none()).contacts()).isEmpty();
    }

    @Test
    void aWrongRuleNamesFieldValueAndRule() {
        assertThatThrownBy(() -> new Window(10, 10)).hasMessageContaining("from 1970-01-01T00:10:00Z must be earlier");
        assertThatThrownBy(() -> RingRule.of(new Window(0, 10), 0)).hasMessageContaining("min-overlap: 0");
        assertThatThrownBy(() -> Linger.everywhere(-1)).hasMessageContaining("linger: -1");
    }
}
