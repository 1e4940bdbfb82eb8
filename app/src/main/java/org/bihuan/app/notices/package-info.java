/**
 * What people are told in writing: the notice of a measure, its end, its withdrawal. Numbered without gaps, one valid
 * notice a measure, checked by anyone with the code on it, delivered through an outbox. That somebody was told is a fact.
 */
@ApplicationModule(
        allowedDependencies = {
            "authority",
            "site",
            "clock",
            "database",
            "facts",
            "rules",
            "duties",
            "startup",
            "audit",
            "vault"
        })
@NullMarked
package org.bihuan.app.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
