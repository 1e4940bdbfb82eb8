/**
 * Personal data at rest: a data key for each person seals what could tell who they are, a master key outside the
 * database wraps the data keys, and a keyed hash finds what is sealed. Destroying a person's key destroys their data.
 */
@ApplicationModule(allowedDependencies = {"database", "startup"})
@NullMarked
package org.bihuan.app.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
