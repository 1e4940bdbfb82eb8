/**
 * What the server writes into its log, and that nobody's name or number gets there: exceptions are written without their
 * messages, which quote what was typed or stored, and what other libraries say is masked.
 */
@ApplicationModule(allowedDependencies = {"startup", "database"})
@NullMarked
package org.bihuan.app.logging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
