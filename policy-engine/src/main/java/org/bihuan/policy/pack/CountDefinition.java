package org.bihuan.policy.pack;

import org.jspecify.annotations.Nullable;

/**
 * A count of facts in a sliding window, such as "persons ill in one class in 3 days".
 *
 * @param filter which facts
 * @param distinctBy type of the subjects counted once each, null to count facts
 * @param window parameter with the window's length and unit. Hours and days: the window (t - w, t]; civil days: the day
 *     of t and those before it, w days in all
 */
public record CountDefinition(FactFilter filter, @Nullable String distinctBy, String window) {}
