/**
 * Ledgers in: a file is uploaded, looked at, confirmed and becomes facts; what cannot be taken goes back to its sender. The
 * next version of a ledger corrects what has changed and leaves alone what has not.
 */
@ApplicationModule(allowedDependencies = {"authority", "facts", "rules", "jobs", "site", "database", "vault"})
@NullMarked
package org.bihuan.app.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
