package org.bihuan.app.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bihuan.app.duties.DutyView;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/** A duty. Times are in UTC. */
record DutyAnswer(
        UUID id,
        String subject,
        String recordedSubject,
        String pack,
        String obligation,
        String step,
        String kind,
        String owner,
        @Nullable String division,
        String state,
        Instant opensAt,
        Instant dueAt,
        @Nullable Instant metAt,
        @Nullable Instant metKnownAt,
        @Nullable Instant waivedAt,
        int attempts,
        @Nullable String lastResult,
        @Nullable Instant nextAttemptAt,
        @Nullable String assignee,
        List<String> clauses,
        Wording title) {

    static DutyAnswer of(DutyView duty) {
        return new DutyAnswer(
                duty.id(),
                duty.subject().toString(),
                duty.recordedSubject().toString(),
                duty.pack(),
                duty.obligation(),
                duty.step(),
                duty.kind(),
                duty.owner(),
                text(duty.division()),
                state(duty.state()),
                duty.opensAt(),
                duty.dueAt(),
                duty.metAt(),
                duty.metKnownAt(),
                duty.waivedAt(),
                duty.attempts(),
                duty.lastResult(),
                duty.nextAttemptAt(),
                duty.assignee(),
                duty.clauses(),
                duty.title());
    }

    /** The same out of a decision. */
    static DutyAnswer of(SubjectId subject, Duty duty, Instant now) {
        Duty.Met met = duty.met();
        Duty.Waiver waiver = duty.waived();
        return new DutyAnswer(
                duty.id(),
                subject.toString(),
                duty.subject().toString(),
                duty.pack().id(),
                duty.obligation(),
                duty.step(),
                duty.kind(),
                duty.owner(),
                text(duty.division()),
                state(duty.stateAt(now)),
                duty.opensAt(),
                duty.dueAt(),
                met == null ? null : met.happenedAt(),
                met == null ? null : met.knownAt(),
                waiver == null ? null : waiver.at(),
                duty.attempts().size(),
                duty.attempts().isEmpty() ? null : duty.attempts().getLast().result(),
                duty.nextAttemptAt(),
                duty.assignee(),
                duty.clauses(),
                duty.wording());
    }

    static String state(Duty.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String text(@Nullable DivisionCode division) {
        return division == null ? null : division.toString();
    }
}
