package org.bihuan.app.arrivals;

import java.time.Instant;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has declared and whom nobody has seen yet.
 *
 * @param name masked
 * @param at when they are expected
 * @param receipt number of their receipt, empty where it came another way
 */
public record ExpectedPerson(
        SubjectId subject,
        String name,
        @Nullable DivisionCode origin,
        @Nullable DivisionCode destination,
        Instant at,
        Instant declaredAt,
        String receipt) {}
