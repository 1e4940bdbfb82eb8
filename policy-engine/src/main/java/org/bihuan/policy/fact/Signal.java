package org.bihuan.policy.fact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;

/**
 * How one subject affects another: a named value that holds for a time.
 *
 * @param name declared in a pack, such as {@code school-state}
 * @param value one of the declared values
 * @param source the subject that declares it
 * @param roots roots of the episode behind it, the one that names it first; when another comes to name it, whatever hangs
 *     on the signal is still known by the others
 * @param division where that episode lies, null while unknown; a hearer of whom no fact says where lies there too
 * @param from since when it holds
 * @param until when it ends, null while no end is known
 */
public record Signal(
        String name,
        String value,
        SubjectId source,
        List<UUID> roots,
        @Nullable DivisionCode division,
        Instant from,
        @Nullable Instant until) {
    public Signal {
        roots = List.copyOf(roots);
    }

    /** The root that names the episode. */
    public UUID root() {
        return roots.getFirst();
    }

    /** Whether it holds at the moment. */
    public boolean holdsAt(Instant at) {
        Instant end = until;
        return !at.isBefore(from) && (end == null || at.isBefore(end));
    }
}
