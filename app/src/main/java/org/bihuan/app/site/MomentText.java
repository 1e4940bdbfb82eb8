package org.bihuan.app.site;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Moments within a text, as errors name them, by the city's clock. Pure. */
public final class MomentText {
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private MomentText() {}

    /** The text with each moment of UTC as that of the zone, to the minute. */
    public static String in(ZoneId zone, String text) {
        return MOMENT.matcher(text)
                .replaceAll(found -> Instant.parse(found.group()).atZone(zone).format(CLOCK));
    }
}
