package org.bihuan.app.doorstep;

import java.util.Map;
import java.util.UUID;

/**
 * One thing done without a network that another module records; its parts are those of a {@link Command}.
 *
 * @param action name of an {@link OfflineAction}
 */
record OtherCommand(
        UUID id, String action, String target, Map<String, Object> fields, long phoneAt, long offsetMillis) {}
