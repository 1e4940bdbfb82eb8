/**
 * Putting orders into force and setting what they delegate: tells the rules, and has everybody judged whom it concerns.
 */
@ApplicationModule(allowedDependencies = {"authority", "rules", "duties", "startup"})
@NullMarked
package org.bihuan.app.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
