package org.bihuan.app.arrivals.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * One arrival of one person, from declared to released.
 *
 * @param id the smallest root of its facts
 * @param subject who
 * @param division whose responsibility it is now: where it was handed over to, or the destination; null while unknown
 * @param seenIn where the person was first seen, null while nobody has
 * @param origin where from, null while unknown
 * @param at when the person arrived or is expected
 * @param steps what it has come through
 * @param waits what it waits for
 * @param remark late, never, doubt or hidden; empty for none
 * @param receipt number of the declaration's receipt, empty for none
 * @param isClaimed whether the person claims a document that nobody has compared; said of their latest journey only
 */
public record Journey(
        UUID id,
        SubjectId subject,
        @Nullable DivisionCode division,
        @Nullable DivisionCode seenIn,
        @Nullable DivisionCode origin,
        Instant at,
        Steps steps,
        Waits waits,
        String remark,
        String receipt,
        boolean isClaimed) {
    public Journey {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** The same of somebody whose document is to be compared. */
    public Journey claimed() {
        return new Journey(id, subject, division, seenIn, origin, at, steps, waits, remark, receipt, true);
    }

    /** As precise as the database keeps it, so that what is read equals what was written. */
    public static @Nullable Instant micros(@Nullable Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * When each step was taken, null while it has not been.
     *
     * @param outcome word of the class, empty while the person is not classed
     * @param releasedAt when nothing restricts or is owed any more; may lie ahead
     */
    public record Steps(
            @Nullable Instant declaredAt,
            @Nullable Instant arrivedAt,
            String outcome,
            @Nullable Instant testedAt,
            @Nullable Instant sentAt,
            @Nullable Instant receivedAt,
            @Nullable Instant releasedAt) {
        public Steps {
            declaredAt = micros(declaredAt);
            arrivedAt = micros(arrivedAt);
            testedAt = micros(testedAt);
            sentAt = micros(sentAt);
            receivedAt = micros(receivedAt);
            releasedAt = micros(releasedAt);
        }
    }

    /**
     * Until when what is missing is owed, null where nothing is.
     *
     * @param overdueSince the lawful end that has passed while release is refused
     */
    public record Waits(
            @Nullable Instant testDueAt,
            @Nullable Instant receiptDueAt,
            @Nullable Instant overdueSince) {
        public Waits {
            testDueAt = micros(testDueAt);
            receiptDueAt = micros(receiptDueAt);
            overdueSince = micros(overdueSince);
        }
    }
}
