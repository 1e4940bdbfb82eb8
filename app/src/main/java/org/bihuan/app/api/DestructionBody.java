package org.bihuan.app.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person, or the kinds of fact of an outbreak with its division and end. */
@Schema(name = "DestructionRequest")
record DestructionBody(
        UUID id,
        @Nullable String person,
        @Nullable List<String> kinds,
        @Nullable String division,
        @Nullable Instant before,
        String reason) {}
