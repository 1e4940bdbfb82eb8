package org.bihuan.app.arrivals;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Where a page of a list ends. */
public record ArrivalCursor(Instant at, UUID id) {
    private static final long FARTHEST = 100_000_000_000L;

    /** The end of a page whose last line it is. */
    public static ArrivalCursor after(ArrivalLine line) {
        return new ArrivalCursor(line.at(), line.id());
    }

    /** As an address has it; null for the first page. */
    static @Nullable ArrivalCursor parse(String text) {
        int split = text.lastIndexOf('_');
        if (split < 0) {
            return null;
        }
        try {
            Instant at = Instant.parse(text.substring(0, split));
            if (Math.abs(at.getEpochSecond()) > FARTHEST) {
                throw new DateTimeException("too far away");
            }
            return new ArrivalCursor(at, UUID.fromString(text.substring(split + 1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no such page", e);
        }
    }

    @Override
    public String toString() {
        return at + "_" + id;
    }
}
