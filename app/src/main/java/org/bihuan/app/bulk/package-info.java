/**
 * One thing done about many duties at once: told to somebody, tried in vain, put off. The duties are those of a worklist
 * as its address says, seen by whoever asks and frozen when they ask; each gets a fact of its own. It can be taken back as
 * a whole for a while, by facts again.
 */
@ApplicationModule(
        allowedDependencies = {
            "authority",
            "audit",
            "identity",
            "facts",
            "rules",
            "duties",
            "work",
            "photos",
            "jobs",
            "site",
            "database"
        })
@NullMarked
package org.bihuan.app.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
