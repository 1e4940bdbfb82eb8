package org.bihuan.policy.decide;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.bihuan.kernel.DivisionCode;
import org.jspecify.annotations.Nullable;

/** What the answers of a what-if demand of people, by the values of their county, and what that takes more than before. One thread. */
public final class WhatIfNeeds {
    private final PackPolicy before;
    private final PackPolicy after;
    private final Needs needs;
    private final Map<PackPolicy, Map<@Nullable DivisionCode, Demands>> demands = new HashMap<>();

    /** Of the two policies that are asked. */
    public WhatIfNeeds(PackPolicy before, PackPolicy after, Needs needs) {
        this.before = before;
        this.after = after;
        this.needs = needs;
    }

    /**
     * What one answer demands of a person.
     *
     * @param measures kinds and days, as {@link Stay#code} writes them
     * @param duties how many of which kind
     */
    public record Demand(List<String> measures, SortedMap<String, Integer> duties) {}

    public Demand before(WhatIf.Count count) {
        return demand(before, count.before(), count.division());
    }

    public Demand after(WhatIf.Count count) {
        return demand(after, count.after(), count.division());
    }

    private Demand demand(PackPolicy policy, WhatIf.Answer answer, @Nullable DivisionCode division) {
        Demands own = demands.computeIfAbsent(policy, key -> new HashMap<>())
                .computeIfAbsent(division, key -> new Demands(policy.bind(key)));
        return new Demand(own.measures(answer.outcomes()), own.duties(answer.outcomes()));
    }

    /** By resource, without those of which neither more nor fewer are needed. */
    Map<String, Long> of(List<WhatIf.Count> counts) {
        Map<String, Long> sum = new LinkedHashMap<>();
        for (WhatIf.Count count : counts) {
            Demand old = before(count);
            Demand fresh = after(count);
            needs.of(old.measures(), fresh.measures(), fresh.duties(), old.duties(), count.people())
                    .forEach((resource, number) -> sum.merge(resource, number, Long::sum));
        }
        sum.values().removeIf(number -> number == 0);
        return sum;
    }
}
