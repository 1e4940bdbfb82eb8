package org.bihuan.trace.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bihuan.trace.api.Contact;
import org.bihuan.trace.api.FirstRing;
import org.bihuan.trace.api.QueryLimit;
import org.bihuan.trace.api.RingRule;
import org.bihuan.trace.api.SecondContact;
import org.bihuan.trace.api.SecondRing;
import org.bihuan.trace.api.SecondRingMembers;
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

    /** The answer as a caller gets it; so far we are timed, as the rivals until their rows are read. */
    FirstRing askFirstRing(int person, Question question) {
        return engine.firstRing(person, rule(question), QueryLimit.none());
    }

    SecondRingMembers askMembers(int person, Question question) {
        return engine.secondRingMembers(person, rule(question), QueryLimit.none());
    }

    SecondRing askSecondRing(int person, Question question) {
        return engine.secondRing(person, rule(question), QueryLimit.none());
    }

    List<FirstRing> askFirstRings(List<Integer> cases, Question question) {
        return engine.firstRings(cases, rule(question), QueryLimit.none());
    }

    @Override
    public Answer firstRing(int person, Question question) {
        Answer answer = new Answer(5);
        askFirstRing(person, question).contacts().forEach(contact -> add(contact, answer));
        return answer;
    }

    private static void add(Contact contact, Answer answer) {
        answer.add(contact.person());
        answer.add(contact.minutes());
        answer.add(contact.encounters());
        answer.add(contact.firstMinute());
        answer.add(contact.lastMinute());
    }

    @Override
    public Answer secondRingMembers(int person, Question question) {
        Answer answer = new Answer(1);
        askMembers(person, question).members().stream().forEach(answer::add);
        return answer;
    }

    @Override
    public Answer secondRing(int person, Question question) {
        Answer answer = new Answer(3);
        for (SecondContact contact : askSecondRing(person, question).contacts()) {
            answer.add(contact.person());
            answer.add(contact.viaCount());
            answer.add(contact.firstExposedMinute());
        }
        return answer;
    }

    @Override
    public Answer firstRings(List<Integer> cases, Question question) {
        Answer answer = new Answer(6);
        for (FirstRing ring : askFirstRings(cases, question)) {
            for (Contact contact : ring.contacts()) {
                answer.add(ring.person());
                add(contact, answer);
            }
        }
        return answer;
    }

    @Override
    public void close() {
        // nothing but memory
    }
}
