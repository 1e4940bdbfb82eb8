package org.bihuan.policy.decide;

import java.time.Instant;
import java.util.List;
import org.bihuan.policy.pack.DutyDefinition;

/**
 * The duties of one obligation in one case, and what of it is missing.
 *
 * @param definition the obligation in the pack
 * @param duties its steps
 * @param missing why it is not met, empty when every step is met or waived
 * @param knownAt when the last evidence became known, {@link Instant#MIN} when nothing was needed
 */
record Obligation(DutyDefinition definition, List<Duty> duties, List<Release.Because> missing, Instant knownAt) {
    /** Whether its first step opens before the moment. */
    boolean opensBefore(Instant moment) {
        return !duties.isEmpty() && duties.getFirst().opensAt().isBefore(moment);
    }
}
