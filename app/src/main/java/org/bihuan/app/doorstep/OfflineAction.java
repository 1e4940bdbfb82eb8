package org.bihuan.app.doorstep;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.authority.Permission;
import org.bihuan.app.facts.Append;

/**
 * Something that another module lets be done without a network; a bean of it is found by its name in what phones send.
 *
 * @param name of the action in commands
 * @param needs what it takes of whoever sends it
 */
public record OfflineAction(String name, Permission needs, Work work) {
    /** Records a command; the same one sent again says so and changes nothing. Safe for many threads. */
    @FunctionalInterface
    public interface Work {
        Append record(Done done, Instant now);
    }

    /**
     * What was done.
     *
     * @param id made on the phone, so that sending it twice records it once
     * @param source who sends it
     * @param target of what
     * @param fields what was filled in
     * @param said moment as the phone knew it, the same each time it is sent
     * @param at that moment, or now where it would lie ahead
     */
    public record Done(UUID id, String source, String target, Map<String, Object> fields, Instant said, Instant at) {
        public Done {
            fields = Map.copyOf(fields);
        }
    }
}
