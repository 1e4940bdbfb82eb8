package org.bihuan.app.arrivals;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** On which side of a step people are. */
public enum ArrivalSide {
    /** They have come through it. */
    REACHED,
    /** They have not, and should. */
    WAITING,
    /** They should have by now. */
    LOST;

    /** Its word in addresses and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ArrivalSide> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
