package org.bihuan.policy.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bihuan.policy.pack.ParameterValue;
import org.bihuan.policy.pack.TestDay;

/** Reads a test schedule: days or stretches of days, each with a kind of test where it is not the usual one. */
final class ScheduleText {
    static final String RULE =
            "must be days of the stay in order, 0 to 365, such as 1,3-5,13 or 1,7,7:antibody with the kind of test";

    private static final Pattern TURN = Pattern.compile("[dD]?(\\d{1,3})(?:-(\\d{1,3}))?(?::([a-z][a-z-]{0,40}))?");
    private static final int MOST = 60;
    private static final int LAST_DAY = 365;

    private ScheduleText() {}

    /** The schedule, empty when the text is none. */
    static Optional<ParameterValue> read(String text) {
        List<TestDay> days = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = TURN.matcher(part.strip());
            if (!matcher.matches()) {
                return Optional.empty();
            }
            int from = Integer.parseInt(matcher.group(1));
            int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
            boolean inOrder = days.isEmpty() || days.getLast().from() <= from;
            if (to < from || to > LAST_DAY || !inOrder || days.size() == MOST) {
                return Optional.empty();
            }
            days.add(new TestDay(from, to, matcher.group(3)));
        }
        return Optional.of(new ParameterValue.Schedule(days));
    }
}
