/**
 * The gate: who may reach the server, who it is that asks, and whether they may use the address. Requests that another
 * web site sends through somebody's browser are turned away.
 */
@ApplicationModule(allowedDependencies = {"startup", "authority", "accounts", "clock", "identity"})
@NullMarked
package org.bihuan.app.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
