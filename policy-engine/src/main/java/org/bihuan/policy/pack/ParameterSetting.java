package org.bihuan.policy.pack;

import java.time.Instant;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * A value that somebody set over the pack's own.
 *
 * @param parameter id of the parameter
 * @param division where it applies, null for the whole jurisdiction
 * @param value the value
 * @param setAt when it was set
 */
public record ParameterSetting(
        String parameter, @Nullable DivisionCode division, ParameterValue value, Instant setAt) {}
