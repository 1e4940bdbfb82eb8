package org.bihuan.policy.pack;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a decision table may look at. Time enters only here, as ages, spans and counts with a declared unit and window,
 * so that every moment at which an answer changes can be worked out.
 */
public sealed interface FeatureDefinition {
    /** Name of the table's input column. */
    String name();

    /** The text of a field of the episode, {@code unknown} when absent. */
    record FieldText(String name, String field) implements FeatureDefinition {}

    /** The number of a field of the episode; with a twin {@code <name>_known}. */
    record FieldNumber(String name, String field) implements FeatureDefinition {}

    /**
     * So many of a number of the episode for each so many of another value: rooms for every 10,000 residents. Unknown where
     * the field is, or where the value is zero; with a twin {@code <name>_known}.
     *
     * @param of field of the episode
     * @param per parameter that it is divided by
     * @param times parameter: for how many of that
     */
    record Ratio(String name, String of, String per, String times) implements FeatureDefinition {}

    /** {@code yes} when the field is known, otherwise {@code no}. */
    record FieldKnown(String name, String field) implements FeatureDefinition {}

    /** {@code yes}, {@code no} or {@code unknown}: whether a division field lies in one of a parameter's divisions. */
    record DivisionWithin(String name, String field, String parameter) implements FeatureDefinition {}

    /**
     * A field of the latest fact that counts, {@code none} when there is none.
     *
     * @param before moments of the episode, first known wins; later facts do not count
     * @param atMost parameter: how long before that moment the fact may lie, inclusive; null for any time
     * @param pick the field
     */
    record LatestFact(
            String name,
            FactFilter filter,
            List<String> before,
            @Nullable String atMost,
            String pick) implements FeatureDefinition {
        public LatestFact {
            before = List.copyOf(before);
        }
    }

    /** Time between two moments of the episode in the unit, first known of each; with a twin {@code <name>_known}. */
    record Span(String name, List<String> from, List<String> to, Unit unit) implements FeatureDefinition {
        public Span {
            from = List.copyOf(from);
            to = List.copyOf(to);
        }
    }

    /** Time since a moment of the episode in the unit; with a twin {@code <name>_known}. */
    record Age(String name, List<String> since, Unit unit) implements FeatureDefinition {
        public Age {
            since = List.copyOf(since);
        }
    }

    /** How many facts lie in the window that ends now, counted by distinct subjects; with a twin {@code <name>_known}. */
    record Count(String name, CountDefinition count) implements FeatureDefinition {}

    /** The strongest value of a signal that holds now, {@code none} when nobody signals. */
    record SignalValue(String name, String signal, List<String> strongestFirst) implements FeatureDefinition {
        public SignalValue {
            strongestFirst = List.copyOf(strongestFirst);
        }
    }

    /** The level of a place by lists, response levels or flagged sources, {@code unknown} where neither they nor what was stated tell. */
    record PlaceLevel(String name, LevelDefinition level) implements FeatureDefinition {}

    /** The first of several words that is neither {@code none} nor {@code unknown}. */
    record First(String name, List<FeatureDefinition> of) implements FeatureDefinition {
        public First {
            of = List.copyOf(of);
        }
    }

    /** Names of the columns this feature feeds. */
    default Set<String> columns() {
        return switch (this) {
            case Span span -> Set.of(span.name(), span.name() + "_known");
            case Age age -> Set.of(age.name(), age.name() + "_known");
            case Count count -> Set.of(count.name(), count.name() + "_known");
            case Ratio ratio -> Set.of(ratio.name(), ratio.name() + "_known");
            case FieldNumber number -> Set.of(number.name(), number.name() + "_known");
            case FieldText text -> Set.of(text.name());
            case FieldKnown known -> Set.of(known.name());
            case DivisionWithin within -> Set.of(within.name());
            case LatestFact latest -> Set.of(latest.name());
            case SignalValue signal -> Set.of(signal.name());
            case PlaceLevel level -> Set.of(level.name());
            case First first -> Set.of(first.name());
        };
    }
}
