package org.bihuan.policy.decide;

import java.time.Instant;
import java.util.List;
import org.bihuan.policy.pack.DutyDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The duties of one obligation in one case, and what of it is missing.
 *
 * @param definition the obligation in the pack
 * @param duties its steps
 * @param missing why it is not met, empty when every step is met or waived
 * @param knownAt when the last evidence became known, {@link Instant#MIN} when nothing was needed
 */
record Obligation(DutyDefinition definition, List<Duty> duties, List<Release.Because> missing, Instant knownAt) {
    /** When it became known that the last step is met or waived, null while one is not. */
    @Nullable Instant metAt() {
        if (definition.repeat() != null || duties.isEmpty() || !missing.isEmpty()) {
            return null;
        }
        Instant last = knownAt;
        for (Duty duty : duties) {
            Duty.Waiver waiver = duty.waived();
            if (duty.met() == null && waiver != null) {
                last = Obligations.later(last, waiver.at());
            }
        }
        return last;
    }

    /** Whether its first step opens before the moment. */
    boolean opensBefore(Instant moment) {
        return !duties.isEmpty() && duties.getFirst().opensAt().isBefore(moment);
    }
}
