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
 * @param claims declarations with a document of theirs, or theirs, that nobody has compared yet
 */
public record DeskResult(
        SubjectId person,
        String name,
        @Nullable Wording sentence,
        boolean isUndecided,
        List<Owed> owed,
        List<ClaimView> claims) {
    public DeskResult {
        owed = List.copyOf(owed);
        claims = List.copyOf(claims);
    }

    /** A duty. */
    public record Owed(Wording what, Instant dueAt) {}
}
