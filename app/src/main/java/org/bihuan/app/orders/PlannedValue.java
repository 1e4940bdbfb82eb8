package org.bihuan.app.orders;

import java.time.Instant;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;

/**
 * A value that a division has decided and that counts from a moment on.
 *
 * @param fromAt from when on
 * @param by who decided
 * @param outcome what became of it: {@code set}, or why not; empty while its moment has not come
 */
public record PlannedValue(
        UUID id,
        String pack,
        String parameter,
        DivisionCode division,
        String value,
        Instant fromAt,
        String reason,
        String by,
        String outcome) {}
