/**
 * Whether the machine itself is well: looks at queues, workers, jobs, database, clock and disk every few seconds, raises
 * alarms, and tells it to people (a page), to monitors (health) and to collectors of metrics. Knows nobody by name.
 */
@ApplicationModule(
        allowedDependencies = {
            "authority",
            "site",
            "clock",
            "database",
            "facts",
            "duties",
            "jobs",
            "logging",
            "destruction"
        })
@NullMarked
package org.bihuan.app.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
