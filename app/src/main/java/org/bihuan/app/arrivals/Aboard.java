package org.bihuan.app.arrivals;

import java.time.Instant;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a vehicle who is registered.
 *
 * @param row which row of the form
 * @param subject who
 * @param origin where from, null when only passing through
 * @param destination where to, null likewise
 * @param declaredAt when they declared, null when they never did
 * @param declaration what they declared, null when they never did
 * @param isDoubted whether what they say does not fit
 */
record Aboard(
        int row,
        SubjectId subject,
        @Nullable DivisionCode origin,
        @Nullable DivisionCode destination,
        @Nullable Instant declaredAt,
        @Nullable Fact declaration,
        boolean isDoubted) {}
