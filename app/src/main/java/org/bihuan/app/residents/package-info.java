/**
 * What a resident learns and asks for: why something is demanded of them, until when, who looked at their data; an appeal
 * with its clock, and the desk that answers it. Reached by the link on a notice, once they have said who they are.
 */
@ApplicationModule(
        allowedDependencies = {
            "authority",
            "audit",
            "identity",
            "facts",
            "rules",
            "duties",
            "notices",
            "site",
            "startup",
            "vault",
            "database"
        })
@NullMarked
package org.bihuan.app.residents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
