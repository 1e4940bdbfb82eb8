package org.bihuan.policy.laws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.Divisions;
import org.bihuan.policy.format.FactCatalogue;
import org.bihuan.policy.format.LoadedPack;
import org.bihuan.policy.pack.DutyDefinition;
import org.bihuan.policy.pack.EpisodeDefinition;
import org.bihuan.policy.pack.FactFilter;
import org.bihuan.policy.pack.FeatureDefinition;
import org.bihuan.policy.pack.MeasureDefinition;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterDefinition;
import org.bihuan.policy.pack.ParameterValue;
import org.bihuan.policy.pack.ReleaseDefinition;
import org.bihuan.policy.pack.SignalDefinition;

/**
 * What of the world the packs look at: kinds of fact, words that matter in free texts, and places. Read from the packs,
 * so that a new pack is tested without a word of code.
 *
 * @param catalogue the kinds of fact of all packs
 * @param kinds kinds that some rule reads
 * @param founding those of them that episodes are made of
 * @param words values that some filter asks of a field, by kind and field
 * @param named divisions inside those that parameters name
 * @param places divisions inside and outside of what the packs name
 * @param counties county-level divisions of the jurisdictions
 */
record PackWorld(
        FactCatalogue catalogue,
        List<FactCatalogue.Kind> kinds,
        List<FactCatalogue.Kind> founding,
        Map<String, List<String>> words,
        List<DivisionCode> named,
        List<DivisionCode> places,
        List<DivisionCode> counties) {
    static PackWorld of(List<LoadedPack> packs) {
        Map<String, FactCatalogue.Kind> catalogue = new HashMap<>();
        Set<String> kinds = new LinkedHashSet<>();
        Set<String> founding = new LinkedHashSet<>();
        Set<DivisionCode> named = new LinkedHashSet<>();
        Map<String, List<String>> words = new HashMap<>();
        Set<DivisionCode> places = new LinkedHashSet<>(List.of(DivisionCode.of("110101000000")));
        Set<DivisionCode> counties = new LinkedHashSet<>();
        for (LoadedPack loaded : packs) {
            Pack pack = loaded.pack();
            catalogue.putAll(loaded.catalogue().kinds());
            for (FactFilter filter : filters(pack)) {
                kinds.add(filter.kind());
                filter.where()
                        .forEach((field, values) -> words.computeIfAbsent(
                                        filter.kind() + "." + field, key -> new ArrayList<>())
                                .addAll(values.stream().sorted().toList()));
            }
            for (EpisodeDefinition episode : pack.episodes().values()) {
                switch (episode) {
                    case EpisodeDefinition.Folded folded -> founding.addAll(new TreeSet<>(folded.kinds()));
                    case EpisodeDefinition.Counted counted ->
                        founding.add(counted.count().filter().kind());
                    case EpisodeDefinition.Signalled signalled -> {}
                }
            }
            for (SignalDefinition signal : pack.signals().values()) {
                kinds.add(signal.via());
            }
            for (ParameterDefinition parameter : pack.parameters().values()) {
                if (parameter.value() instanceof ParameterValue.Divisions divisions) {
                    divisions
                            .value()
                            .forEach(division -> named.addAll(
                                    Divisions.load().children(division).subList(0, 2)));
                }
            }
            counties.addAll(
                    Divisions.load().children(pack.manifest().jurisdiction()).subList(0, 3));
        }
        kinds.addAll(founding);
        places.addAll(named);
        places.addAll(counties);
        return new PackWorld(
                new FactCatalogue(catalogue),
                kinds.stream().map(catalogue::get).map(Objects::requireNonNull).toList(),
                founding.stream()
                        .map(catalogue::get)
                        .map(Objects::requireNonNull)
                        .toList(),
                words,
                List.copyOf(named),
                List.copyOf(places),
                List.copyOf(counties));
    }

    private static Set<FactFilter> filters(Pack pack) {
        Set<FactFilter> filters = new LinkedHashSet<>();
        for (EpisodeDefinition episode : pack.episodes().values()) {
            if (episode instanceof EpisodeDefinition.Counted counted) {
                filters.add(counted.count().filter());
            }
        }
        for (FeatureDefinition feature : pack.features().values()) {
            switch (feature) {
                case FeatureDefinition.LatestFact latest -> filters.add(latest.filter());
                case FeatureDefinition.Count count -> filters.add(count.count().filter());
                default -> {}
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
        return filters;
    }
}
