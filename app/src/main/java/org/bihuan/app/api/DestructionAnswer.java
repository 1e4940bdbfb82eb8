package org.bihuan.app.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.bihuan.app.destruction.Wish;
import org.jspecify.annotations.Nullable;

/** A request and what became of it. */
@Schema(name = "Destruction")
record DestructionAnswer(
        UUID id,
        String scope,
        String reason,
        String askedBy,
        Instant askedAt,
        @Nullable String approvedBy,
        @Nullable Long certificate,
        @Nullable Long people) {
    static DestructionAnswer of(Wish wish) {
        return new DestructionAnswer(
                wish.id(),
                wish.scope().text(),
                wish.reason(),
                wish.askedBy(),
                wish.askedAt(),
                wish.approvedBy(),
                wish.certificate(),
                wish.people());
    }
}
