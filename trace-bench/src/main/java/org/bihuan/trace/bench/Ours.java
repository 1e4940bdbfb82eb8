package org.bihuan.trace.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bihuan.trace.api.FirstRing;
import org.bihuan.trace.api.QueryLimit;
import org.bihuan.trace.api.RingRule;
import org.bihuan.trace.api.SecondContact;
import org.bihuan.trace.api.TraceEngine;
import org.bihuan.trace.api.Window;
import org.bihuan.trace.index.TraceIndex;
import org.bihuan.trace.internal.segment.DaySegment;

/** The trace engine over an index sealed before. */
final class Ours implements Competitor {
    private final Path directory;
    private final double sealSeconds;
    private final TraceEngine engine;

    Ours(Path directory, double sealSeconds, TraceEngine engine) {
        this.directory = directory;
        this.sealSeconds = sealSeconds;
        this.engine = engine;
    }

    @Override
    public String name() {
        return "bihuan";
    }

    @Override
    public double load(List<DaySegment> days) {
        return sealSeconds; // the data set was sealed by us to begin with
    }

    @Override
    public long bytes() throws IOException {
        return TraceIndex.stats(directory).segmentBytes();
    }

    private static RingRule rule(Question question) {
        return RingRule.of(new Window(question.from(), question.to()), question.minOverlap());
    }

    @Override
    public Answer firstRing(int person, Question question) {
        Answer answer = new Answer();
        add(engine.firstRing(person, rule(question), QueryLimit.none()), false, answer);
        return answer;
    }

    private static void add(FirstRing ring, boolean withCase, Answer answer) {
        ring.contacts().forEach(contact -> {
            int person = contact.person();
            int first = contact.firstMinute();
            int last = contact.lastMinute();
            if (withCase) {
                answer.add(ring.person(), person, contact.minutes(), contact.encounters(), first, last);
            } else {
                answer.add(person, contact.minutes(), contact.encounters(), first, last);
            }
        });
    }

    @Override
    public Answer secondRingMembers(int person, Question question) {
        Answer answer = new Answer();
        engine.secondRingMembers(person, rule(question), QueryLimit.none()).members().stream()
                .forEach(answer::add);
        return answer;
    }

    @Override
    public Answer secondRing(int person, Question question) {
        Answer answer = new Answer();
        for (SecondContact contact :
                engine.secondRing(person, rule(question), QueryLimit.none()).contacts()) {
            answer.add(contact.person(), contact.viaCount(), contact.firstExposedMinute());
        }
        return answer;
    }

    @Override
    public Answer firstRings(List<Integer> cases, Question question) {
        Answer answer = new Answer();
        for (FirstRing ring : engine.firstRings(cases, rule(question), QueryLimit.none())) {
            add(ring, true, answer);
        }
        return answer;
    }

    @Override
    public void close() {
        // nothing but memory
    }
}
