package org.bihuan.app.briefing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bihuan.app.facts.FactSeen;
import org.bihuan.app.facts.StandingFacts;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;

/** When something of a kind happened to subjects that are asked about in order; holds those of one. Not thread-safe. */
final class MomentsOfKind implements AutoCloseable {
    /** No kind is asked for: everybody fits. */
    static final MomentsOfKind ANY = new MomentsOfKind(null);

    private final @Nullable StandingFacts facts;
    private final List<Instant> moments = new ArrayList<>();
    private @Nullable FactSeen next;
    private @Nullable SubjectId subject;

    MomentsOfKind(@Nullable StandingFacts facts) {
        this.facts = facts;
        this.next = facts == null ? null : facts.next();
    }

    /**
     * Whether the subject has, or lacks, something of the kind from one moment until before another.
     *
     * @param wanted true for has, false for lacks
     */
    boolean fits(SubjectId asked, Instant from, Instant until, boolean wanted) {
        if (facts == null) {
            return true;
        }
        if (!asked.equals(subject)) {
            follow(facts, asked);
        }
        return moments.stream().anyMatch(each -> !each.isBefore(from) && each.isBefore(until)) == wanted;
    }

    private void follow(StandingFacts all, SubjectId to) {
        subject = to;
        moments.clear();
        for (int order = order(next, to); next != null && order <= 0; order = order(next, to)) {
            if (order == 0) {
                moments.add(next.occurredAt());
            }
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
