/**
 * What units report every day. What is asked is data; a unit without a return is missing and never zero; an amendment
 * keeps what it amends.
 */
@ApplicationModule(allowedDependencies = {"authority", "site", "clock", "database"})
@NullMarked
package org.bihuan.app.returns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
