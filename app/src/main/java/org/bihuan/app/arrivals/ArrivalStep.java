package org.bihuan.app.arrivals;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The steps of an arrival, in their order. */
public enum ArrivalStep {
    DECLARED,
    ARRIVED,
    CLASSED,
    TESTED,
    HANDED_OVER,
    RELEASED;

    /** Its word in addresses and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ArrivalStep> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
