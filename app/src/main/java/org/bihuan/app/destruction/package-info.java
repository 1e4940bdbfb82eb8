/**
 * Has personal data destroyed, of one person or of an outbreak: one asks, somebody else agrees, and a certificate says what
 * went. What happened, figures, decisions and the record of reading stay.
 */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "authority",
            "doorstep",
            "duties",
            "facts",
            "identity",
            "imports",
            "jobs",
            "photos",
            "rules",
            "shifts",
            "site"
        })
@NullMarked
package org.bihuan.app.destruction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
