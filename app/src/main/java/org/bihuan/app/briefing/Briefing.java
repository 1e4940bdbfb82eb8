package org.bihuan.app.briefing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;

/**
 * A frozen briefing.
 *
 * @param id its id
 * @param division whose headquarters
 * @param day its local day
 * @param cutOff the moment that its figures speak of
 * @param frozenAt when they were counted
 * @param zone the zone of its times
 * @param definition which figures it has, as it was then
 */
public record Briefing(
        UUID id,
        DivisionCode division,
        LocalDate day,
        Instant cutOff,
        Instant frozenAt,
        ZoneId zone,
        String definition) {}
