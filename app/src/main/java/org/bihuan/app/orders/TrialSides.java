package org.bihuan.app.orders;

import java.time.Instant;
import java.util.List;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.decide.WhatIf;
import org.bihuan.policy.pack.Pack;

/** The two policies of a trial. */
record TrialSides(PackPolicy before, PackPolicy after) {
    /** Asks both, of nobody yet. */
    WhatIf whatIf(Instant at) {
        return new WhatIf(before, after, at);
    }

    List<Pack> packs() {
        return List.of(before.pack(), after.pack());
    }
}
