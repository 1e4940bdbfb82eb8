package org.bihuan.app.console;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.duties.DutyView;
import org.bihuan.app.work.WorklistFilter;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A line of the worklist.
 *
 * @param section late, hour, today, later, or how it stands when it is not to be done now
 * @param state in lower case
 * @param distance how long it is late, or how long is left
 * @param lastResult what came of the last attempt, empty when there was none
 */
public record DutyRow(
        UUID id,
        String subjectPath,
        String subjectName,
        String subjectId,
        String type,
        String title,
        String kind,
        String owner,
        String place,
        String section,
        String state,
        Instant opensAt,
        Instant dueAt,
        Duration distance,
        @Nullable Instant metAt,
        String lastResult,
        @Nullable Instant nextAttemptAt,
        String assignee) {
    static final Duration DAY = Duration.ofDays(1);

    static DutyRow of(DutyView duty, Words words, Map<SubjectId, String> names, Instant now) {
        Duration left = Duration.between(now, duty.dueAt());
        String result = duty.lastResult();
        String assignee = duty.assignee();
        return new DutyRow(
                duty.id(),
                Words.path(duty.subject()),
                names.getOrDefault(duty.subject(), duty.subject().id()),
                duty.subject().id(),
                words.type(duty.subject().type()),
                words.of(duty.title()),
                words.dutyKind(duty.kind()),
                words.owner(duty.owner()),
                words.place(duty.division()),
                section(duty.state(), left),
                duty.state().name().toLowerCase(Locale.ROOT),
                duty.opensAt(),
                duty.dueAt(),
                left.abs(),
                duty.metAt(),
                result == null ? "" : words.choice(result),
                duty.nextAttemptAt(),
                assignee == null ? "" : assignee);
    }

    private static String section(Duty.State state, Duration left) {
        return switch (state) {
            case LATE -> "late";
            case OPEN -> left.compareTo(WorklistFilter.SOON) < 0 ? "hour" : left.compareTo(DAY) < 0 ? "today" : "later";
            case SCHEDULED -> "scheduled";
            case MET -> "met";
            case WAIVED -> "waived";
        };
    }
}
