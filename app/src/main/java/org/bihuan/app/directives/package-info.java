/**
 * Directives: what a headquarters tells others to do, to whom it was sent frozen at that moment, and who has read and
 * answered it.
 */
@ApplicationModule(allowedDependencies = {"authority", "site", "clock", "database", "returns", "notices", "shifts"})
@NullMarked
package org.bihuan.app.directives;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
