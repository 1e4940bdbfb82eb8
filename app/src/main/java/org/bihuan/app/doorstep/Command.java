package org.bihuan.app.doorstep;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing done at a door, as the phone queued it.
 *
 * @param id made on the phone, so that sending it twice records it once
 * @param action what it is
 * @param target id of the duty, or of the household for a visit
 * @param fields of the fact, without its moment
 * @param phoneAt moment on the phone's clock, milliseconds since 1970
 * @param offsetMillis how far the server's clock was ahead of the phone's when they last met before that moment
 */
record Command(UUID id, Action action, String target, Map<String, Object> fields, long phoneAt, long offsetMillis) {
    /** What can be done at a door. */
    enum Action {
        EVIDENCE,
        ATTEMPT,
        VISIT
    }

    /** The duty it is about, empty for a visit and for what names none. */
    Optional<UUID> dutyId() {
        try {
            return action == Action.VISIT ? Optional.empty() : Optional.of(UUID.fromString(target));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
