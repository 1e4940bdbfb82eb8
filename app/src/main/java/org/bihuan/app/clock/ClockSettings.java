package org.bihuan.app.clock;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which clock the server has, {@code bihuan.clock.*}.
 *
 * @param timeMachine for demonstrations and drills; a database has the same kind of clock for good
 * @param start where a time machine begins on a new database, now if not given
 * @param speed how fast a time machine begins on a new database
 * @param acceptEarlier takes the machine's time although this database has seen a later one
 */
@ConfigurationProperties("bihuan.clock")
record ClockSettings(
        @DefaultValue("false") boolean timeMachine,
        @Nullable Instant start,
        @DefaultValue("1") double speed,
        @DefaultValue("false") boolean acceptEarlier) {}
