/**
 * Who read whose personal data, when and what for: one entry a query, never changed, chained by hashes so that a
 * changed, removed or reordered entry is found; alarms about unusual reading; certificates of destruction.
 */
@ApplicationModule(allowedDependencies = {"database", "startup"})
@NullMarked
package org.bihuan.app.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
