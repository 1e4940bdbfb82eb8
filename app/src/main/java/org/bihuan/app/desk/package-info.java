/**
 * The duty desk: what is late, what is due within the hour, what came in, who has not answered, and who is on shift. Reads
 * the other modules; nobody reads it.
 */
@ApplicationModule(
        allowedDependencies = {
            "arrivals",
            "authority",
            "site",
            "clock",
            "duties",
            "rules",
            "returns",
            "shifts",
            "directives",
            "briefing",
            "destruction"
        })
@NullMarked
package org.bihuan.app.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
