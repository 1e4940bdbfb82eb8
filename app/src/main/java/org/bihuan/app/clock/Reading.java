package org.bihuan.app.clock;

import java.time.Instant;

/**
 * What a database knows of the time.
 *
 * @param instant no clock on this database gave out a later one
 * @param speed seconds here in a real second
 */
record Reading(Instant instant, double speed, Kind kind) {

    /** Which clock a database runs on, for good: the two must not mix on the same facts. */
    enum Kind {
        SYSTEM("system"),
        TIME_MACHINE("time-machine");

        private final String stored;

        Kind(String stored) {
            this.stored = stored;
        }

        String stored() {
            return stored;
        }

        static Kind of(String stored) {
            return stored.equals(SYSTEM.stored) ? SYSTEM : TIME_MACHINE;
        }
    }
}
