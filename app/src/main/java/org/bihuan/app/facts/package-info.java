/**
 * The record of what happened: an append-only list of facts with idempotent appends, corrections and merges, and the
 * marks that tell the workers whom to look at again. A fact acknowledged is a fact kept.
 */
@ApplicationModule(allowedDependencies = {"authority", "database", "jobs", "rules", "audit", "vault"})
@NullMarked
package org.bihuan.app.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
