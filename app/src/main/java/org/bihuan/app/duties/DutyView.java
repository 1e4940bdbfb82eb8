package org.bihuan.app.duties;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A duty as lists and pages show it.
 *
 * @param id its id
 * @param subject the subject as it is known now
 * @param recordedSubject the subject as recorded, which differs after a merge
 * @param pack whose duty
 * @param obligation key in the pack
 * @param step which step
 * @param kind kind in the vocabulary
 * @param owner role that owes it
 * @param division where, null while unknown
 * @param opensAt first moment at which evidence counts
 * @param dueAt last moment
 * @param metAt when the evidence happened, null while unmet
 * @param metKnownAt when it became known, null while unmet
 * @param waivedAt when it was waived, null while it was not
 * @param attempts how many attempts came to nothing
 * @param lastResult result of the last of them, null when there was none
 * @param nextAttemptAt when to try again, null when nobody said
 * @param assignee who has been told to do it, null when nobody
 * @param clauses clauses behind it
 * @param title what is to be done
 * @param state how it stands at the moment asked for
 */
public record DutyView(
        UUID id,
        SubjectId subject,
        SubjectId recordedSubject,
        String pack,
        String obligation,
        String step,
        String kind,
        String owner,
        @Nullable DivisionCode division,
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
        Wording title,
        Duty.State state) {
    public DutyView {
        clauses = List.copyOf(clauses);
    }
}
