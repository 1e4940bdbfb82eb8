package org.bihuan.policy.decide;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.PackReference;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What somebody owes on a subject, between when and when, proved by which evidence.
 *
 * @param id hash of episode root, subject as recorded, obligation and step: computing it again never doubles it
 * @param aliases ids it would have under the other roots of its episode
 * @param subject the subject as recorded
 * @param pack whose duty
 * @param episode root of the episode
 * @param obligation key in the pack
 * @param step which step, or the civil day and turn of a repeated one
 * @param kind kind in the vocabulary
 * @param owner role that owes it
 * @param division where, null while unknown
 * @param opensAt first moment at which evidence counts
 * @param dueAt last moment
 * @param met the evidence that met it, null while unmet
 * @param waived its waiver, null when there is none
 * @param attempts attempts that came to nothing, earliest first
 * @param assignee who has been told to do it, null when nobody
 * @param clauses clauses behind it
 * @param wording what is to be done
 */
public record Duty(
        UUID id,
        List<UUID> aliases,
        SubjectId subject,
        PackReference pack,
        UUID episode,
        String obligation,
        String step,
        String kind,
        String owner,
        @Nullable DivisionCode division,
        Instant opensAt,
        Instant dueAt,
        @Nullable Met met,
        @Nullable Waiver waived,
        List<Attempt> attempts,
        @Nullable String assignee,
        List<String> clauses,
        Wording wording) {
    public Duty {
        aliases = List.copyOf(aliases);
        attempts = List.copyOf(attempts);
        clauses = List.copyOf(clauses);
    }

    /** How a duty stands at a moment. Late is a question asked of the clock, not a state that somebody must write. */
    public enum State {
        SCHEDULED,
        OPEN,
        MET,
        LATE,
        WAIVED
    }

    /**
     * The evidence that met a duty.
     *
     * @param fact root of the fact
     * @param happenedAt when it happened; on time when not after the due time
     * @param knownAt when it became known
     * @param recordedAt when this system took it in
     */
    public record Met(UUID fact, Instant happenedAt, Instant knownAt, Instant recordedAt) {}

    /** A waiver: from when, by whom, why. */
    public record Waiver(Instant at, String by, String reason) {}

    /** An attempt that came to nothing, and when to try again. */
    public record Attempt(
            Instant at, String result, @Nullable Instant nextAt) {}

    /** Its state at the moment, if no further fact comes. */
    public State stateAt(Instant at) {
        Met evidence = met;
        Waiver waiver = waived;
        if (waiver != null && !at.isBefore(waiver.at())) {
            return State.WAIVED;
        }
        if (evidence != null && !at.isBefore(evidence.knownAt())) {
            return State.MET;
        }
        return !at.isBefore(dueAt) ? State.LATE : at.isBefore(opensAt) ? State.SCHEDULED : State.OPEN;
    }

    /** When to try again after the last attempt, null when nobody said. */
    public @Nullable Instant nextAttemptAt() {
        return attempts.isEmpty() ? null : attempts.getLast().nextAt();
    }
}
