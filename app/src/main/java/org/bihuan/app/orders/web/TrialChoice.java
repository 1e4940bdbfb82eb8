package org.bihuan.app.orders.web;

import org.bihuan.app.rules.PackVersion;
import org.bihuan.policy.pack.Wording;

/** A version and what its order is called. */
public record TrialChoice(PackVersion version, Wording title) {
    /** Words that tell it from others. */
    public String text(boolean chinese) {
        return (chinese ? title.zh() : title.en()) + " · " + version.version() + " · " + version.shortHash();
    }

    /** The same where only the beginning is seen. */
    public String option(boolean chinese) {
        return version.version() + " · " + version.shortHash() + " · " + (chinese ? title.zh() : title.en());
    }

    boolean is(PackVersion.State state) {
        return version.state() == state;
    }
}
