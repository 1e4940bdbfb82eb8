package org.bihuan.app.clock;

import java.time.Clock;

/** The time for commands without the server. */
public final class CommandClock {
    private CommandClock() {}

    /** The clock of this machine. */
    public static Clock system() {
        return Clock.systemUTC();
    }
}
