package org.bihuan.app.audit;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code bihuan.audit.*}: what counts as unusual reading, and for how long the record of reading is kept.
 *
 * @param retention how long entries are kept; required, without a default: how long is for the operator to decide
 * @param window span over which the subjects somebody looked at are counted
 * @param manySubjects more subjects than this within the window raise an alarm
 * @param bulkSubjects more subjects than this in one query raise an alarm
 * @param nightFrom when night begins
 * @param nightTo when night ends
 * @param nightSubjects more subjects than this within the window raise an alarm at night
 * @param heads file outside the database that the end of the chain is noted in now and then, null for none
 */
@ConfigurationProperties("bihuan.audit")
record AuditSettings(
        @Nullable Duration retention,
        Duration window,
        int manySubjects,
        int bulkSubjects,
        LocalTime nightFrom,
        LocalTime nightTo,
        int nightSubjects,
        @Nullable Path heads) {

    /** Whether the moment is at night in the zone. */
    boolean isNight(Instant at, ZoneId zone) {
        LocalTime time = at.atZone(zone).toLocalTime();
        return nightFrom.isAfter(nightTo)
                ? !time.isBefore(nightFrom) || time.isBefore(nightTo)
                : !time.isBefore(nightFrom) && time.isBefore(nightTo);
    }
}
