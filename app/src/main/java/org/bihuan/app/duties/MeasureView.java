package org.bihuan.app.duties;

import java.time.Instant;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A measure in force on a subject, as lists show it.
 *
 * @param subject on whom
 * @param kind kind in the vocabulary
 * @param division where the subject's duties lie, null while unknown
 * @param from first moment
 * @param until lawful end, null while none is known
 * @param overdueSince the lawful end that has passed while release is refused, null otherwise
 */
public record MeasureView(
        SubjectId subject,
        String kind,
        @Nullable DivisionCode division,
        Instant from,
        @Nullable Instant until,
        @Nullable Instant overdueSince) {}
