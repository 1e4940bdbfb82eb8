package org.bihuan.policy.decide;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bihuan.policy.pack.Pack;

/** What a what-if takes of people and things more than before. */
final class WhatIfNeeds {
    private final Demands before;
    private final Demands after;
    private final Needs needs;

    WhatIfNeeds(Pack old, Pack fresh, Needs needs) {
        this.before = new Demands(old);
        this.after = new Demands(fresh);
        this.needs = needs;
    }

    /** By resource, without those of which neither more nor fewer are needed. */
    Map<String, Long> of(List<WhatIf.Count> counts) {
        Map<String, Long> sum = new LinkedHashMap<>();
        for (WhatIf.Count count : counts) {
            List<String> old = count.before().outcomes();
            List<String> fresh = count.after().outcomes();
            needs.of(
                            before.measures(old),
                            after.measures(fresh),
                            after.duties(fresh),
                            before.duties(old),
                            count.people())
                    .forEach((resource, number) -> sum.merge(resource, number, Long::sum));
        }
        sum.values().removeIf(number -> number == 0);
        return sum;
    }
}
