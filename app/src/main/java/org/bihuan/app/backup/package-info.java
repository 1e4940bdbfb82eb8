/**
 * Copies of an installation for the day it is lost: backup while the server runs, verify, restore. Commands beside the
 * server, not part of it. A restored installation is taken for good only when its rows are those of the backup and when
 * all that is derived comes out of the record again as it was.
 */
@ApplicationModule(allowedDependencies = {"database", "startup", "duties"})
@NullMarked
package org.bihuan.app.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
