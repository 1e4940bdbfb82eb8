/**
 * Doing what is owed: evidence, attempts, assignments, waivers and extensions of a duty, recorded as facts under the
 * caller's key, so that a double click or a repeated request changes nothing.
 */
@ApplicationModule(allowedDependencies = {"authority", "facts", "rules", "duties", "startup"})
@NullMarked
package org.bihuan.app.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
