/**
 * Arrivals as work: declaring oneself, the vehicle desk of a checkpoint, landing points and handing over, the funnel from
 * declared to released. What happens are facts; what is listed here is derived of them with each decision.
 */
@ApplicationModule(
        allowedDependencies = {
            "authority",
            "audit",
            "database",
            "doorstep",
            "duties",
            "facts",
            "identity",
            "jobs",
            "places",
            "risk",
            "rules",
            "site",
            "startup",
            "vault"
        })
@NullMarked
package org.bihuan.app.arrivals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
