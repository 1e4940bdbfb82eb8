/**
 * The morning briefing: figures frozen at a set time with the lists behind them, compared with the day before, and
 * corrected in the open when late facts make them other ones. Which figures there are is data.
 */
@ApplicationModule(
        allowedDependencies = {
            "arrivals",
            "authority",
            "site",
            "clock",
            "database",
            "facts",
            "rules",
            "duties",
            "returns",
            "directives",
            "startup"
        })
@NullMarked
package org.bihuan.app.briefing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
