/**
 * Who owes what: judges marked subjects and those whose time has come, and keeps their duties, measures and signals as
 * the rules demand them. All but decisions and pins is derived and can be rebuilt from the record.
 */
@ApplicationModule(allowedDependencies = {"authority", "database", "facts", "risk", "rules"})
@NullMarked
package org.bihuan.app.duties;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
