/**
 * Risk areas: published lists as versions, what changed between two, which level a place had at a minute as known at
 * another, names that wait for a person, response levels, and sources of danger that are on no list.
 */
@ApplicationModule(allowedDependencies = {"authority", "site", "database", "places"})
@NullMarked
package org.bihuan.app.risk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
