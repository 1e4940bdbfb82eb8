/** Long work that shows its progress, can be stopped, and goes on where it stood after a kill. */
@ApplicationModule(allowedDependencies = {"database"})
@NullMarked
package org.bihuan.app.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
