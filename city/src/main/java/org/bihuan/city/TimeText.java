package org.bihuan.city;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as ISO 8601 with seconds and the offset of one zone: 2020-07-14T00:00:00+08:00. Safe for threads. */
final class TimeText {
    private final DateTimeFormatter format;

    TimeText(ZoneId zone) {
        this.format = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT)
                .withZone(zone);
    }

    String of(Instant time) {
        return format.format(time);
    }
}
