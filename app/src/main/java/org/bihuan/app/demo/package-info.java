/**
 * The demonstration: fills a new database with a made-up city and lets what happens in it come in as its clock passes.
 * Only there when {@code bihuan.demo.people} is set; production has the same path for facts and no other.
 */
@ApplicationModule(
        allowedDependencies = {
            "accounts",
            "authority",
            "facts",
            "rules",
            "duties",
            "orders",
            "jobs",
            "clock",
            "site",
            "returns",
            "shifts",
            "directives",
            "risk"
        })
@NullMarked
package org.bihuan.app.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
