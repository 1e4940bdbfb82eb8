package org.bihuan.app.audit;

import java.util.List;

/**
 * What a check of the chain found.
 *
 * @param head the end of the chain
 * @param entries how many entries were compared
 * @param flaws empty when the record is as it was written; the first thousand
 */
public record ChainReport(Head head, long entries, List<Flaw> flaws) {
    public ChainReport {
        flaws = List.copyOf(flaws);
    }

    /** Whether the record is as it was written. */
    public boolean isIntact() {
        return flaws.isEmpty();
    }
}
