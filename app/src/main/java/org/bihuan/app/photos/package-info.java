/**
 * Photos of what was found or done at a door: made small and free of what the camera wrote into them, sealed with the
 * person's key, shown only to who sees the subject. That one was taken is a fact, which meets a duty only where an order
 * asks for a photo.
 */
@ApplicationModule(
        allowedDependencies = {"authority", "audit", "identity", "facts", "rules", "duties", "site", "vault", "database"
        })
@NullMarked
package org.bihuan.app.photos;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
