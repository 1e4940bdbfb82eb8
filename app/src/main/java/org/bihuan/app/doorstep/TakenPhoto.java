package org.bihuan.app.doorstep;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a phone says of a photo that it took.
 *
 * @param id made on the phone, so that sending it twice keeps it once
 * @param device the phone's own name for itself
 * @param target id of the duty, or of the household for a visit
 * @param visit id of the command that noted the visit, null for a photo of a duty
 * @param takenAt when, by the server's clock as far as the phone knew it
 */
record TakenPhoto(
        UUID id, String device, String target, @Nullable UUID visit, Instant takenAt) {
    private static final int LONGEST_TARGET = 200;

    /** Reads it; empty when it is none. */
    static Optional<TakenPhoto> read(Map<String, String> said) {
        String visit = said.getOrDefault("visit", "");
        String target = said.getOrDefault("target", "");
        String device = said.getOrDefault("device", "");
        try {
            boolean right = device.matches("[0-9a-f-]{8,40}")
                    && !target.isBlank()
                    && target.length() <= LONGEST_TARGET
                    && target.indexOf('\0') < 0;
            return right
                    ? Optional.of(new TakenPhoto(
                            UUID.fromString(said.getOrDefault("id", "")),
                            device,
                            target,
                            visit.isEmpty() ? null : UUID.fromString(visit),
                            Instant.ofEpochMilli(Long.parseLong(said.getOrDefault("phoneAt", "")))
                                    .plus(Duration.ofMillis(Long.parseLong(said.getOrDefault("offsetMillis", ""))))))
                    : Optional.empty();
        } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException _) {
            return Optional.empty();
        }
    }

    /** As whom the phone records. */
    String source() {
        return "doorstep-" + device;
    }
}
