package org.bihuan.policy.decide;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bihuan.policy.pack.DutyDefinition;
import org.bihuan.policy.pack.EpisodeDefinition;
import org.bihuan.policy.pack.FactFilter;
import org.bihuan.policy.pack.FeatureDefinition;
import org.bihuan.policy.pack.MeasureDefinition;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ReleaseDefinition;

/** Collects every filter through which a pack reads facts, to learn when knowledge changes. */
final class PackFilters {
    private PackFilters() {}

    static List<FactFilter> of(Pack pack) {
        Set<FactFilter> filters = new LinkedHashSet<>();
        for (FeatureDefinition feature : pack.features().values()) {
            if (feature instanceof FeatureDefinition.LatestFact latest) {
                filters.add(latest.filter());
            } else if (feature instanceof FeatureDefinition.Count count) {
                filters.add(count.count().filter());
            }
        }
        for (EpisodeDefinition episode : pack.episodes().values()) {
            if (episode instanceof EpisodeDefinition.Counted counted) {
                filters.add(counted.count().filter());
            }
        }
        for (DutyDefinition duty : pack.duties().values()) {
            filters.add(duty.evidence());
        }
        for (MeasureDefinition measure : pack.measures().values()) {
            ReleaseDefinition release = measure.release();
            if (release != null) {
                release.refusals().forEach(refusal -> filters.add(refusal.filter()));
            }
        }
        return List.copyOf(filters);
    }
}
