/**
 * The 24-hour duty desk: who keeps it and who stands in, the log of what came in and what was done, and handing over,
 * signed by both.
 */
@ApplicationModule(
        allowedDependencies = {"authority", "site", "clock", "database", "audit", "identity", "photos", "vault"})
@NullMarked
package org.bihuan.app.shifts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
