package org.bihuan.policy.decide;

import java.time.Instant;
import java.util.List;
import org.bihuan.policy.pack.Wording;
import org.jspecify.annotations.Nullable;

/**
 * When a person may be released from what restricts them.
 *
 * @param possibleAt the later of the lawful end and the moment the last needed evidence became known; null while
 *     something is missing
 * @param refusedBecause what is missing or refuses; empty when nothing does
 */
public record Release(@Nullable Instant possibleAt, List<Because> refusedBecause) {
    public Release {
        refusedBecause = List.copyOf(refusedBecause);
    }

    /**
     * One thing in the way of release.
     *
     * @param reason code: {@code evidence-missing}, {@code result-pending}, {@code spacing-too-short},
     *     {@code end-unknown}, or a code of the pack such as {@code positive-result}
     * @param wording the sentence for people
     * @param clauses clauses behind it
     */
    public record Because(String reason, Wording wording, List<String> clauses) {
        public Because {
            clauses = List.copyOf(clauses);
        }
    }
}
