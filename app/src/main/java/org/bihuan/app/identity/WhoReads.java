package org.bihuan.app.identity;

import org.bihuan.app.audit.Reader;

/** Who reads at this moment. The one place that knows, so that accounts change nothing else. */
public final class WhoReads {
    private static final String ANYBODY_HERE = "local";

    private WhoReads() {}

    /** As long as there are no accounts: somebody at this machine. */
    public static Reader now() {
        return Reader.named(ANYBODY_HERE);
    }
}
