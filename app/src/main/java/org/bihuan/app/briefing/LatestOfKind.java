package org.bihuan.app.briefing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.bihuan.app.facts.FactSeen;
import org.bihuan.app.facts.StandingFacts;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;

/** When something of a kind last happened to subjects that are asked about in order. Not thread-safe. */
final class LatestOfKind implements AutoCloseable {
    /** No kind is asked for: everybody fits. */
    static final LatestOfKind ANY = new LatestOfKind(null);

    private final @Nullable StandingFacts facts;
    private @Nullable FactSeen next;
    private @Nullable SubjectId subject;
    private @Nullable Instant latest;

    LatestOfKind(@Nullable StandingFacts facts) {
        this.facts = facts;
        this.next = facts == null ? null : facts.next();
    }

    /**
     * Whether the subject of a fact has, or lacks, something of the kind that happened not before it.
     *
     * @param wanted true for has, false for lacks
     */
    boolean fits(FactSeen fact, boolean wanted) {
        if (facts == null) {
            return true;
        }
        if (!fact.subject().equals(subject)) {
            follow(facts, fact.subject());
        }
        return (latest != null && !latest.isBefore(fact.occurredAt())) == wanted;
    }

    private void follow(StandingFacts all, SubjectId to) {
        subject = to;
        latest = null;
        for (int order = order(next, to); next != null && order <= 0; order = order(next, to)) {
            latest = order == 0
                    ? next.occurredAt()
                    : null; // of one subject in the order of time: the last is the latest
            next = all.next();
        }
    }

    private static int order(@Nullable FactSeen fact, SubjectId to) {
        return fact == null ? 1 : Arrays.compareUnsigned(bytes(fact.subject()), bytes(to));
    }

    private static byte[] bytes(SubjectId subject) {
        return subject.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        if (facts != null) {
            facts.close();
        }
    }
}
