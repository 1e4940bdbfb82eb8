/**
 * Lists out: as displayed, marked with who took them and what for, and above a number of rows only with the approval of
 * somebody else. Each list is offered by the module that shows it.
 */
@ApplicationModule(allowedDependencies = {"authority", "site", "database"})
@NullMarked
package org.bihuan.app.exports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
