/**
 * Who may reach the server. Until there are accounts: programs and browsers on this machine, and no other; requests
 * that another web site sends through such a browser are turned away.
 */
@ApplicationModule(allowedDependencies = {"startup"})
@NullMarked
package org.bihuan.app.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
