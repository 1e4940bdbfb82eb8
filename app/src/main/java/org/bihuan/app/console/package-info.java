/**
 * The pages of the command centre: what is owed, how a subject stands and why, and the first page. Reads the other
 * modules; nobody reads it.
 */
@ApplicationModule(
        allowedDependencies = {
            "authority",
            "site",
            "clock",
            "facts",
            "rules",
            "duties",
            "orders",
            "work",
            "notices",
            "photos",
            "exports",
            "audit",
            "identity",
            "vault",
            "places",
            "arrivals"
        })
@NullMarked
package org.bihuan.app.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
