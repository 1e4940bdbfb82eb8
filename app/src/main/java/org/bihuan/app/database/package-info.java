/**
 * The database: PostgreSQL 18 of its own beside the program, or an external PostgreSQL 15 to 18. Checks that it keeps
 * what it acknowledges, applies each module's migrations as the owner and gives the program a pool under an ordinary
 * role.
 */
@ApplicationModule(allowedDependencies = {"startup"})
@NullMarked
package org.bihuan.app.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
