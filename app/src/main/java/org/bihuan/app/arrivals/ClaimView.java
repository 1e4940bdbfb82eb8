package org.bihuan.app.arrivals;

import java.time.Instant;
import java.util.List;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * A declaration with a document that nobody has compared with whoever declared. Names come masked; the person says the rest.
 *
 * @param claimant who declared
 * @param phoneEnd last digits of the telephone they gave, empty for none
 * @param expectedAt when they are expected or arrived, null while no journey is known
 * @param receipt number of their receipt, empty for none
 * @param same people known by the document whom the reader may see, masked; others are not told of
 */
public record ClaimView(
        SubjectId claimant,
        String name,
        String phoneEnd,
        @Nullable Instant expectedAt,
        String receipt,
        List<String> same) {
    public ClaimView {
        same = List.copyOf(same);
    }
}
