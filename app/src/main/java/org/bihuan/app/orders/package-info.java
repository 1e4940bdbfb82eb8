/**
 * Changes of orders: proposed, previewed on the real population, approved, put into force at their moment, and carried
 * through to everybody whom they concern. And the values that orders delegate.
 */
@ApplicationModule(
        allowedDependencies = {
            "authority",
            "rules",
            "risk",
            "places",
            "duties",
            "startup",
            "facts",
            "jobs",
            "database",
            "site",
            "audit"
        })
@NullMarked
package org.bihuan.app.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
