package org.bihuan.app.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.Needs;
import org.bihuan.policy.decide.WhatIf;
import org.bihuan.policy.decide.WhatIfNeeds;
import org.bihuan.policy.decide.WhatIfReport;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.pack.Pack;
import org.jspecify.annotations.Nullable;

/** One trial while it runs: columns that grow by everybody, then the answer. One thread. */
final class TrialRun {
    /** Level of the divisions by which is counted. */
    static final int COUNTY = 3;

    private final @Nullable DivisionCode region;
    private final TrialSides policies;
    private final WhatIf whatIf;

    TrialRun(Trial trial, TrialSides policies) {
        this.region = trial.region();
        this.policies = policies;
        this.whatIf = policies.whatIf(trial.at());
    }

    List<Pack> packs() {
        return policies.packs();
    }

    void add(List<Dossier> people) {
        people.forEach(whatIf::add);
    }

    /** Counts all that were added and lie in the region. */
    List<TrialLine> answer() {
        WhatIfNeeds needs = new WhatIfNeeds(policies.before(), policies.after(), Needs.NONE);
        List<TrialLine> lines = new ArrayList<>();
        for (WhatIf.Count count : whatIf.run(Runtime.getRuntime().availableProcessors())) {
            DivisionCode division = count.division();
            if (isJudged(count) && (region == null || division != null && region.contains(division))) {
                lines.add(line(count, needs.before(count), needs.after(count)));
            }
        }
        return lines;
    }

    private static boolean isJudged(WhatIf.Count count) {
        return count.before().state() != WhatIf.State.NONE || count.after().state() != WhatIf.State.NONE;
    }

    private static TrialLine line(WhatIf.Count count, WhatIfNeeds.Demand old, WhatIfNeeds.Demand fresh) {
        Effect effect = new Effect(
                String.join(" ", old.measures()),
                String.join(" ", fresh.measures()),
                more(fresh.duties(), old.duties()),
                more(old.duties(), fresh.duties()),
                0,
                false);
        return new TrialLine(
                count.division(),
                count.episode(),
                WhatIfReport.text(count.before()),
                WhatIfReport.text(count.after()),
                effect,
                count.people());
    }

    /** How many duties of which kind the one has more than the other. */
    private static String more(SortedMap<String, Integer> one, SortedMap<String, Integer> other) {
        SortedMap<String, Integer> more = new TreeMap<>();
        one.forEach((kind, number) -> more.put(kind, number - other.getOrDefault(kind, 0)));
        more.values().removeIf(number -> number <= 0);
        return Effect.counts(more);
    }
}
