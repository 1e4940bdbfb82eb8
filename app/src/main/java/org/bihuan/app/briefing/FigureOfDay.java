package org.bihuan.app.briefing;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a figure said on a morning.
 *
 * @param briefing that morning's
 * @param day its local day
 * @param value null when it was not known
 */
public record FigureOfDay(
        UUID briefing, LocalDate day, @Nullable Long value) {}
