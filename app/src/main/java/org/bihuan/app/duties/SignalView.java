package org.bihuan.app.duties;

import java.time.Instant;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A signal that holds.
 *
 * @param source who gives it
 * @param name which one
 * @param value what it says
 * @param division where, null while unknown
 * @param since since when
 */
public record SignalView(
        SubjectId source,
        String name,
        String value,
        @Nullable DivisionCode division,
        Instant since) {}
