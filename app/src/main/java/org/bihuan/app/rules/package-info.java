/**
 * The orders and plans in force: every version of every pack ever installed, which one judges new episodes from when
 * on, and the values that have been set.
 */
@ApplicationModule(allowedDependencies = {"database", "startup"})
@NullMarked
package org.bihuan.app.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
