package org.bihuan.app.arrivals;

import java.time.Instant;
import java.util.List;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What holds for somebody who was just registered.
 *
 * @param name as registered
 * @param sentence why, in the order's words; null while nothing can be said
 * @param isUndecided whether something is missing to class them
 * @param owed what is owed now, the first due first
 */
public record DeskResult(
        SubjectId person, String name, @Nullable Wording sentence, boolean isUndecided, List<Owed> owed) {
    public DeskResult {
        owed = List.copyOf(owed);
    }

    /** A duty. */
    public record Owed(Wording what, Instant dueAt) {}
}
