package org.bihuan.app.briefing;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The morning briefing, {@code bihuan.briefing.*}.
 *
 * @param definition file that says which figures it has; empty for the one that comes with the program
 * @param at local time at which it is frozen; empty for what the definition says
 * @param divisions whose headquarters get one; empty for those whose orders are in force
 * @param districts whether the districts of those get one too
 * @param patience how long after its time it waits for the workers to be done with what has come in
 * @param checkEvery how often frozen figures are compared with what is known by then, in real time
 * @param checkDays for how many days back
 * @param madeUp how many missed mornings are made up at most, at least 1
 */
@ConfigurationProperties("bihuan.briefing")
record BriefingSettings(
        @DefaultValue("") String definition,
        @Nullable LocalTime at,
        @DefaultValue List<String> divisions,
        @DefaultValue("true") boolean districts,
        @DefaultValue("10m") Duration patience,
        @DefaultValue("1m") Duration checkEvery,
        @DefaultValue("3") int checkDays,
        @DefaultValue("31") int madeUp) {
    BriefingSettings {
        divisions = List.copyOf(divisions);
    }
}
