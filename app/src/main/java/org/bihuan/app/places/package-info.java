/**
 * Places: all divisions, and below them a register of grids, compounds, buildings, stairs, floors and households, with
 * what they were called and where they lay when. A place asked for at a past moment answers as then.
 */
@ApplicationModule(allowedDependencies = {"authority", "site", "database"})
@NullMarked
package org.bihuan.app.places;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
