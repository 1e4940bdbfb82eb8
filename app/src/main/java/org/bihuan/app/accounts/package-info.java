/**
 * Local accounts: who may log in, with which roles and regions, passwords and second factors, sessions, keys of
 * machines, and the pages where people log in and administrators look after accounts.
 */
@ApplicationModule(allowedDependencies = {"authority", "clock", "database", "site", "startup", "vault"})
@NullMarked
package org.bihuan.app.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
