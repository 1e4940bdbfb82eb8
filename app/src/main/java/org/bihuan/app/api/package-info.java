/**
 * The HTTP API in JSON: facts in, duties, subjects and decisions out, and what operators do. Answers to errors are
 * problem details (RFC 9457) that name code, field, value and rule in Chinese and English. Described by OpenAPI at
 * {@code /api/openapi}.
 */
@ApplicationModule(
        allowedDependencies = {
            "authority",
            "clock",
            "facts",
            "rules",
            "duties",
            "orders",
            "work",
            "notices",
            "audit",
            "identity",
            "site",
            "returns",
            "directives",
            "briefing",
            "destruction"
        })
@NullMarked
package org.bihuan.app.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
