package org.bihuan.app.facts;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * That a fact happened, without what it says.
 *
 * @param fact its id
 * @param subject whom it is about, after merges
 * @param division whose responsibility it was recorded as, null when it says none
 * @param occurredAt when
 */
public record FactSeen(
        UUID fact, SubjectId subject, @Nullable DivisionCode division, Instant occurredAt) {}
