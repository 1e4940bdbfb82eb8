/**
 * Report once: what was recorded of a person fills every department's form. A form is a workbook with names of fields in
 * braces, kept as its department made it.
 */
@ApplicationModule(
        allowedDependencies = {"audit", "authority", "identity", "facts", "rules", "imports", "site", "database"})
@NullMarked
package org.bihuan.app.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
