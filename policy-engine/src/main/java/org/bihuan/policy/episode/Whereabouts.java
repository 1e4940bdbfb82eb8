package org.bihuan.policy.episode;

import java.util.List;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.StandingFact;
import org.jspecify.annotations.Nullable;

/** Where a subject lies, by what its facts say of the responsible region. */
final class Whereabouts {
    private Whereabouts() {}

    /** The division of the strongest statement that names one, null when none does. */
    static @Nullable DivisionCode division(List<StandingFact> facts) {
        Fact strongest = null;
        for (StandingFact standing : facts) {
            Fact fact = standing.fact();
            if (fact.division() != null && (strongest == null || Fact.BY_PRECEDENCE.compare(fact, strongest) > 0)) {
                strongest = fact;
            }
        }
        return strongest == null ? null : strongest.division();
    }
}
