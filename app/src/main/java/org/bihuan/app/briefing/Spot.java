package org.bihuan.app.briefing;

import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * Which figure of a briefing.
 *
 * @param key its key in the definition
 * @param place the district that it is about, null for the whole
 */
record Spot(String key, @Nullable DivisionCode place) {}
