/**
 * The doorstep without a network: today's packet of a grid (who lives behind which door, what is owed there), and the
 * queue of what was done, sent in once there is a network again without doubling or losing anything.
 */
@ApplicationModule(
        allowedDependencies = {
            "authority",
            "facts",
            "rules",
            "duties",
            "work",
            "photos",
            "site",
            "database",
            "audit",
            "identity",
            "vault"
        })
@NullMarked
package org.bihuan.app.doorstep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
