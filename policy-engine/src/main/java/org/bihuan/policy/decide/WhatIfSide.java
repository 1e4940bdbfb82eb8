package org.bihuan.policy.decide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.pack.FeatureDefinition;
import org.bihuan.policy.pack.ParameterSetting;
import org.bihuan.policy.pack.TableUse;
import org.jspecify.annotations.Nullable;

/** One of two policies that are compared, as columns need it. */
final class WhatIfSide {
    private static final int MOST_ROWS = 63;

    private final PackPolicy policy;
    private final Map<String, List<FeatureDefinition>> features = new LinkedHashMap<>();

    WhatIfSide(PackPolicy policy) {
        this.policy = policy;
        policy.pack().tables().forEach(table -> {
            List<FeatureDefinition> own = new ArrayList<>();
            bound(table.episode(), table.key(), null).inputs().forEach(input -> own.add(input.feature()));
            features.put(table.key(), List.copyOf(own));
        });
    }

    /** The tables of each kind of episode. */
    Map<String, List<TableUse>> tables() {
        Map<String, List<TableUse>> tables = new LinkedHashMap<>();
        policy.pack()
                .tables()
                .forEach(table -> tables.computeIfAbsent(table.episode(), kind -> new ArrayList<>())
                        .add(table));
        return tables;
    }

    /** Keys of the tables of a kind of episode, none of which has more rows than fit into a mask. */
    List<String> keys(String kind) {
        List<TableUse> tables = tables().getOrDefault(kind, List.of());
        for (TableUse table : tables) {
            if (table.definition().rules().size() > MOST_ROWS) {
                throw new IllegalArgumentException(
                        "the table " + table.key() + " has more than " + MOST_ROWS + " rows");
            }
        }
        return tables.stream().map(TableUse::key).toList();
    }

    /** The table with the values in force in the division. */
    BoundTable bound(String kind, String table, @Nullable DivisionCode division) {
        return policy.bind(division).tables(kind).stream()
                .filter(each -> each.use().key().equals(table))
                .findFirst()
                .orElseThrow();
    }

    PackPolicy policy() {
        return policy;
    }

    /** What the table looks at, in the order of its inputs; nothing when there is none. */
    List<FeatureDefinition> features(@Nullable String table) {
        return table == null ? List.of() : features.getOrDefault(table, List.of());
    }

    /** The cases of a dossier by kind, as a decision finds them. */
    Map<String, List<Case>> cases(Dossier dossier, List<StandingFact> facts) {
        Map<String, List<Case>> byKind = new LinkedHashMap<>();
        for (Case each : new Cases(dossier, facts, Pins.none()).find(List.of(policy))) {
            byKind.computeIfAbsent(each.episode().kind(), kind -> new ArrayList<>())
                    .add(each);
        }
        return byKind;
    }

    /**
     * Whether both read the feature alike, whoever the person is: the episodes fold alike, lie alike in time, and the
     * parameters in it have the same values everywhere.
     */
    boolean readsAs(WhatIfSide other, FeatureDefinition feature, String kind) {
        return Objects.equals(
                        policy.pack().episodes().get(kind),
                        other.policy.pack().episodes().get(kind))
                && policy.pack()
                        .manifest()
                        .zone()
                        .equals(other.policy.pack().manifest().zone())
                && policy.pack()
                        .manifest()
                        .jurisdiction()
                        .equals(other.policy.pack().manifest().jurisdiction())
                && policy.levels() == other.policy.levels()
                && sameValues(other);
    }

    /** Whatever the episodes and features of the pack may read. */
    private boolean sameValues(WhatIfSide other) {
        for (String name : read()) {
            var mine = policy.pack().parameters().get(name);
            var theirs = other.policy.pack().parameters().get(name);
            if (mine == null
                    || theirs == null
                    || mine.unit() != theirs.unit()
                    || !Objects.equals(mine.value(), theirs.value())
                    || !settings(name).equals(other.settings(name))) {
                return false;
            }
        }
        return true;
    }

    private List<ParameterSetting> settings(String name) {
        return policy.settings().stream()
                .filter(each -> each.parameter().equals(name))
                .toList();
    }

    private List<String> read() {
        List<String> names = new ArrayList<>();
        policy.pack().episodes().values().forEach(episode -> {
            switch (episode) {
                case org.bihuan.policy.pack.EpisodeDefinition.Folded folded -> names.add(folded.window());
                case org.bihuan.policy.pack.EpisodeDefinition.Counted counted -> {
                    names.add(counted.count().window());
                    names.add(counted.atLeast());
                    names.add(counted.quiet());
                }
                case org.bihuan.policy.pack.EpisodeDefinition.Signalled _ -> {}
            }
        });
        policy.pack().features().values().forEach(feature -> {
            switch (feature) {
                case FeatureDefinition.DivisionWithin within -> names.add(within.parameter());
                case FeatureDefinition.LatestFact latest -> {
                    if (latest.atMost() != null) {
                        names.add(latest.atMost());
                    }
                }
                case FeatureDefinition.Count count -> names.add(count.count().window());
                case FeatureDefinition.PlaceLevel level -> {
                    String during = level.level().during();
                    if (during != null) {
                        names.add(during);
                    }
                }
                case FeatureDefinition.Ratio ratio -> names.addAll(List.of(ratio.per(), ratio.times()));
                case FeatureDefinition.First _, // its parts are features of the pack themselves
                        FeatureDefinition.FieldText _,
                        FeatureDefinition.FieldNumber _,
                        FeatureDefinition.FieldKnown _,
                        FeatureDefinition.Span _,
                        FeatureDefinition.Age _,
                        FeatureDefinition.SignalValue _ -> {}
            }
        });
        return names;
    }
}
