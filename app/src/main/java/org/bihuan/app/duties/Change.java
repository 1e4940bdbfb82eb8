package org.bihuan.app.duties;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Difference;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.HashId;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * What one subject's state is to become.
 *
 * @param subject canonical id
 * @param aliases every id under which its facts were recorded; for a subject that was merged into another those of the
 *     whole group
 * @param dossier what was judged
 * @param decision the decision; one without content for a subject that was merged into another
 * @param contentHash tells whether anything that people see differs from the decision before; worked out once, since it
 *     costs more than the decision itself
 * @param regions whose responsibility it is
 */
record Change(
        SubjectId subject,
        List<SubjectId> aliases,
        Dossier dossier,
        Decision decision,
        UUID contentHash,
        Collection<@Nullable DivisionCode> regions) {
    static Change of(
            List<SubjectId> aliases, Dossier dossier, Decision decision, Collection<@Nullable DivisionCode> regions) {
        return new Change(dossier.subject(), aliases, dossier, decision, contentHash(decision), regions);
    }

    /** In what order the episodes were judged, which depends on what was pinned when, makes no difference. */
    private static UUID contentHash(Decision decision) {
        return HashId.of(
                "decision",
                decision.pins().stream()
                        .map(Decision.Pin::hash)
                        .distinct()
                        .sorted()
                        .toList()
                        .toString(),
                sorted(MeasureRow.of(decision)),
                sorted(decision.duties()),
                sorted(List.copyOf(Foreseen.of(decision).entrySet())),
                String.valueOf(decision.now().release()),
                sorted(decision.reasons()),
                sorted(decision.refusals()),
                sorted(decision.signals()));
    }

    private static String sorted(List<?> parts) {
        return parts.stream().map(Object::toString).sorted().toList().toString();
    }

    /** Tells whether it is one with others than before. */
    UUID groupHash() {
        return groupHash(aliases);
    }

    static UUID groupHash(List<SubjectId> aliases) {
        return HashId.of("group", aliases.toString());
    }

    static UUID contentHash(Duty duty, Duty.@Nullable Met foreseen) {
        return HashId.of("duty", Difference.withoutVersion(duty), String.valueOf(foreseen));
    }
}
