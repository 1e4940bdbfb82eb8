package org.bihuan.policy.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.bihuan.policy.pack.EpisodeDefinition;
import org.bihuan.policy.pack.FeatureDefinition;
import org.bihuan.policy.pack.LevelDefinition;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterDefinition;
import org.bihuan.policy.pack.TableUse;
import org.bihuan.policy.pack.Unit;
import org.bihuan.policy.table.InputColumn;
import org.bihuan.policy.table.InputType;

/** Checks that each column of a table is fed by a feature, and that the column lists every word the feature can give. */
final class FeatureNames {
    private static final Set<String> MOMENTS = Set.of("episode.anchor", "episode.latest", "episode.until");

    private final PackNames names;
    private final Pack pack;
    private final FactCatalogue catalogue;
    private final TableUse table;
    private final EpisodeDefinition episode;

    FeatureNames(String file, Pack pack, FactCatalogue catalogue, TableUse table, EpisodeDefinition episode) {
        this.names = new PackNames(file, pack, catalogue);
        this.pack = pack;
        this.catalogue = catalogue;
        this.table = table;
        this.episode = episode;
    }

    void check() {
        for (InputColumn column : table.definition().inputs()) {
            if (column.type() == InputType.BOOLEAN) {
                continue;
            }
            FeatureDefinition feature = pack.features().get(column.name());
            String place = "features." + column.name();
            names.require(feature != null, place, "no feature feeds this column of table " + table.key());
            Set<String> words = words(Objects.requireNonNull(feature), place);
            boolean number = column.type() == InputType.NUMBER;
            names.require(number == words.isEmpty(), place, "the column's type does not fit the feature");
            names.require(
                    number || column.allowed().containsAll(words),
                    place,
                    "the column of table " + table.key() + " must allow all of " + words);
        }
    }

    /** The words a feature can give; none for a number. */
    private Set<String> words(FeatureDefinition feature, String place) {
        return switch (feature) {
            case FeatureDefinition.FieldText text -> choices(text.field(), place);
            case FeatureDefinition.FieldNumber number -> number(number.field(), place);
            case FeatureDefinition.Ratio ratio -> {
                names.requireWhole(ratio.per(), place);
                names.requireWhole(ratio.times(), place);
                yield number(ratio.of(), place);
            }
            case FeatureDefinition.FieldKnown known -> {
                fields(known.field(), place);
                yield Set.of("yes", "no");
            }
            case FeatureDefinition.DivisionWithin within -> {
                fields(within.field(), place);
                ParameterDefinition parameter = pack.parameters().get(within.parameter());
                names.require(
                        parameter != null && parameter.unit() == Unit.DIVISIONS,
                        place,
                        "no parameter " + within.parameter() + " that is a list of divisions");
                yield Set.of("yes", "no", "unknown");
            }
            case FeatureDefinition.LatestFact latest -> {
                names.checkFilter(latest.filter(), place);
                checkMoments(latest.before(), place);
                String limit = latest.atMost();
                if (limit != null) {
                    names.requireTime(limit, place);
                }
                Set<String> picked = latest.filter().where().getOrDefault(latest.pick(), Set.of());
                names.require(!picked.isEmpty(), place, "the picked field must be limited to some words under 'where'");
                Set<String> words = new TreeSet<>(picked);
                words.addAll(List.of("none", "unknown"));
                yield words;
            }
            case FeatureDefinition.Span span -> {
                checkMoments(span.from(), place);
                checkMoments(span.to(), place);
                yield Set.of();
            }
            case FeatureDefinition.Age age -> {
                checkMoments(age.since(), place);
                yield Set.of();
            }
            case FeatureDefinition.Count count -> {
                names.checkCount(count.count(), place);
                yield Set.of();
            }
            case FeatureDefinition.PlaceLevel level -> words(level.level(), place);
            case FeatureDefinition.First first -> {
                Set<String> words = new TreeSet<>();
                for (FeatureDefinition each : first.of()) {
                    Set<String> own = words(each, place);
                    names.require(!own.isEmpty(), place, "the first known is one of words, and a number has none");
                    words.addAll(own);
                }
                yield words;
            }
            case FeatureDefinition.SignalValue signal -> {
                names.requireHeard(signal.signal(), episode.subjectType(), place);
                Set<String> words = new TreeSet<>(signal.strongestFirst());
                words.add("none");
                yield words;
            }
        };
    }

    private Set<String> number(String name, String place) {
        for (FactCatalogue.Field field : fields(name, place)) {
            names.require(
                    field.type() == FactCatalogue.FieldType.NUMBER, place, "the field " + name + " is not a number");
        }
        return Set.of();
    }

    private Set<String> words(LevelDefinition level, String place) {
        if (!level.place().equals(LevelDefinition.EPISODE)) {
            for (FactCatalogue.Field field : fields(level.place(), place)) {
                names.require(
                        field.type() == FactCatalogue.FieldType.DIVISION,
                        place,
                        "the field " + level.place() + " is not a division");
            }
        }
        checkMoments(level.isOfDecision() ? List.of() : level.at(), place);
        checkMoments(level.since(), place);
        String during = level.during();
        if (during != null) {
            names.requireWindow(during, place);
        }
        String otherwise = level.otherwise();
        Set<String> words = new TreeSet<>(otherwise == null ? Set.of("unknown") : choices(otherwise, place));
        level.words().forEach(each -> words.add(each.word()));
        return words;
    }

    private Set<String> choices(String name, String place) {
        Set<String> words = new TreeSet<>();
        for (FactCatalogue.Field field : fields(name, place)) {
            names.require(
                    field.type() == FactCatalogue.FieldType.CHOICE, place, "the field " + name + " is not a choice");
            words.addAll(field.choices());
        }
        words.add("unknown");
        return words;
    }

    /** The fields of the name in the kinds that fold into the episode; a signalled episode has its signal's value. */
    private List<FactCatalogue.Field> fields(String name, String place) {
        List<FactCatalogue.Field> fields = new ArrayList<>();
        if (episode instanceof EpisodeDefinition.Folded folded) {
            for (String kind : folded.kinds()) {
                catalogue.find(kind).map(each -> each.fields().get(name)).ifPresent(fields::add);
            }
        }
        names.require(!fields.isEmpty(), place, "the episode " + episode.name() + " has no field " + name);
        return fields;
    }

    private void checkMoments(List<String> moments, String place) {
        for (String moment : moments) {
            if (!MOMENTS.contains(moment)) {
                for (FactCatalogue.Field field : fields(moment, place)) {
                    names.require(
                            field.type() == FactCatalogue.FieldType.TIME
                                    || field.type() == FactCatalogue.FieldType.DATE,
                            place,
                            "the field " + moment + " is not a time");
                }
            }
        }
    }
}
