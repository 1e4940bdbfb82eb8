package org.bihuan.policy.decide;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bihuan.policy.pack.TimePoint;
import org.bihuan.policy.pack.Unit;
import org.jspecify.annotations.Nullable;

/** Works out the moments a pack names, and remembers which unset parameters stood in the way. */
final class Moments {
    private final Case subject;
    private final Map<String, Instant> named = new HashMap<>();
    private final Set<String> unset = new LinkedHashSet<>();

    Moments(Case subject) {
        this.subject = subject;
    }

    /** Makes a measure's moment known by its name. */
    void put(String name, Instant moment) {
        named.put(name, moment);
    }

    /** Parameters that were needed and have no value. */
    Set<String> unset() {
        return unset;
    }

    /** The moment, null when no anchor is known or a parameter is unset. */
    @Nullable Instant resolve(TimePoint point) {
        Instant anchor = null;
        for (String name : point.anchors()) {
            anchor = named.get(name);
            if (anchor == null) {
                anchor = subject.moment(List.of(name));
            }
            if (anchor != null) {
                break;
            }
        }
        String parameter = point.parameter();
        if (parameter == null) {
            return anchor;
        }
        Long amount = subject.bound().whole(parameter);
        if (amount == null) {
            unset.add(parameter);
            return null;
        }
        return anchor == null ? null : shift(anchor, point.backward() ? -amount : amount, parameter);
    }

    /** Whether the point needs a parameter that nobody has set. */
    boolean isUnset(TimePoint point) {
        String parameter = point.parameter();
        return parameter != null && subject.bound().whole(parameter) == null;
    }

    private Instant shift(Instant anchor, long amount, String parameter) {
        Unit unit = subject.bound().unit(parameter);
        return switch (unit) {
            case HOURS, DAYS -> anchor.plusSeconds(Math.multiplyExact(amount, unit.seconds()));
            case CIVIL_DAYS ->
                subject.date(anchor)
                        .plusDays(amount)
                        .atStartOfDay(subject.bound().zone())
                        .toInstant();
            case YEARS ->
                subject.date(anchor)
                        .plusYears(amount)
                        .atStartOfDay(subject.bound().zone())
                        .toInstant();
            case COUNT, DIVISIONS, TEST_SCHEDULE ->
                throw new IllegalStateException(Objects.requireNonNull(parameter) + " is not a length of time");
        };
    }
}
