package org.bihuan.policy.format;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bihuan.policy.pack.CountDefinition;
import org.bihuan.policy.pack.DutyDefinition;
import org.bihuan.policy.pack.EpisodeDefinition;
import org.bihuan.policy.pack.FactFilter;
import org.bihuan.policy.pack.MeasureDefinition;
import org.bihuan.policy.pack.OutcomeDefinition;
import org.bihuan.policy.pack.Pack;
import org.bihuan.policy.pack.ParameterDefinition;
import org.bihuan.policy.pack.ParameterValue;
import org.bihuan.policy.pack.ReleaseDefinition;
import org.bihuan.policy.pack.SignalDefinition;
import org.bihuan.policy.pack.TableUse;
import org.bihuan.policy.pack.TestDays;
import org.bihuan.policy.pack.TimePoint;
import org.bihuan.policy.pack.Unit;
import org.bihuan.policy.table.Rule;
import org.jspecify.annotations.Nullable;

/** Checks that every name used in a pack is declared, and has the type its use needs. */
final class PackNames {
    private final String file;
    private final Pack pack;
    private final FactCatalogue catalogue;

    PackNames(String file, Pack pack, FactCatalogue catalogue) {
        this.file = file;
        this.pack = pack;
        this.catalogue = catalogue;
    }

    void check() {
        pack.episodes().values().forEach(this::checkEpisode);
        pack.signals().values().forEach(this::checkSignal);
        for (TableUse table : pack.tables()) {
            EpisodeDefinition episode = pack.episodes().get(table.episode());
            require(episode != null, "tables." + table.key() + ".episode", "no episode " + table.episode());
            new FeatureNames(file, pack, catalogue, table, Objects.requireNonNull(episode)).check();
            for (Rule rule : table.definition().rules()) {
                require(
                        pack.outcomes().containsKey(rule.outcome()),
                        "tables." + table.key(),
                        "rule " + rule.id() + " answers " + rule.outcome() + ", which is not under outcomes");
            }
            for (String cell : table.definition().parameterNames()) {
                requireWhole(cell.replace('_', '-'), "tables." + table.key());
            }
        }
        pack.outcomes().values().forEach(this::checkOutcome);
        pack.measures().values().forEach(this::checkMeasure);
        pack.duties().values().forEach(this::checkDuty);
    }

    /** The names in {@code pack.yaml}. */
    void checkManifest() {
        var addressees = pack.manifest().addressees();
        require(
                addressees == null || pack.duties().containsKey(addressees.receiptDuty()),
                "addressees.receipt-duty",
                "names no duty");
        var delegation = pack.manifest().delegation();
        if (delegation != null) {
            requireTime(delegation.due(), "delegation.due");
        }
        boolean delegates = pack.parameters().values().stream()
                .anyMatch(parameter -> parameter.setter().isDelegated());
        require(
                !delegates || delegation != null,
                "delegation",
                "a parameter is delegated, so the manifest must say who decides and by when");
        var since = pack.manifest().factsSince();
        require(
                since == null || pack.episodes().containsKey(since.episode()),
                "facts-since.episode",
                "names no episode");
    }

    private void checkEpisode(EpisodeDefinition episode) {
        String place = "episodes." + episode.name();
        require(pack.vocabulary().strata().containsKey(episode.subjectType()), place, "unknown type of subject");
        switch (episode) {
            case EpisodeDefinition.Folded folded -> {
                folded.kinds().forEach(kind -> {
                    requireField(kind, folded.anchor(), FactCatalogue.FieldType.TIME, place + ".anchor");
                    String division = folded.division();
                    if (division != null) {
                        requireField(kind, division, FactCatalogue.FieldType.DIVISION, place + ".division");
                    }
                });
                requireTime(folded.window(), place + ".window");
            }
            case EpisodeDefinition.Counted counted -> {
                checkCount(counted.count(), place + ".counts");
                requireWhole(counted.atLeast(), place + ".at-least");
                requireTime(counted.quiet(), place + ".quiet");
            }
            case EpisodeDefinition.Signalled signalled ->
                requireHeard(signalled.signal(), signalled.subjectType(), place);
        }
    }

    void checkCount(CountDefinition count, String place) {
        checkFilter(count.filter(), place);
        requireWindow(count.window(), place + ".window");
    }

    void requireWindow(String parameter, String place) {
        requireWhole(parameter, place);
        Unit unit = Objects.requireNonNull(pack.parameters().get(parameter)).unit();
        require(
                unit == Unit.HOURS || unit == Unit.DAYS || unit == Unit.CIVIL_DAYS,
                place,
                "must be a parameter in hours, days or civil-days");
    }

    private void checkSignal(SignalDefinition signal) {
        String place = "signals." + signal.name();
        Map<String, Integer> strata = pack.vocabulary().strata();
        Integer from = strata.get(signal.from());
        Integer to = strata.get(signal.to());
        require(from != null && to != null, place, "unknown type of subject");
        require(
                Objects.requireNonNull(from) < Objects.requireNonNull(to),
                place,
                "a signal goes to a higher stratum, never sideways or back, so that no two subjects wait for each other");
        require(catalogue.find(signal.via()).isPresent(), place + ".via", "no kind of fact " + signal.via());
    }

    void requireHeard(String signal, String hearer, String place) {
        SignalDefinition definition = pack.signals().get(signal);
        require(definition != null && definition.to().equals(hearer), place, "no signal " + signal + " to a " + hearer);
    }

    private void checkOutcome(OutcomeDefinition outcome) {
        String place = "outcomes." + outcome.name();
        requireAll(pack.measures().keySet(), outcome.measures(), place + ".measures");
        requireAll(pack.duties().keySet(), outcome.duties(), place + ".duties");
        requireAll(pack.signals().keySet(), outcome.signals().keySet(), place + ".signals");
    }

    private void checkMeasure(MeasureDefinition measure) {
        String place = "measures." + measure.key();
        checkPoint(measure.from(), place + ".from");
        checkPoint(measure.until(), place + ".until");
        ReleaseDefinition release = measure.release();
        TimePoint end = measure.until();
        if (end != null && end.awaitsDuty()) {
            for (String anchor : end.anchors()) {
                require(
                        anchor.endsWith(TimePoint.MET)
                                && release != null
                                && release.needs()
                                        .contains(anchor.substring(0, anchor.length() - TimePoint.MET.length())),
                        place + ".until",
                        "a measure that ends when a duty is met names that duty under release.needs, and no other anchor");
            }
        }
        if (release != null) {
            requireAll(pack.duties().keySet(), release.needs(), place + ".release.needs");
            release.refusals().forEach(refusal -> {
                checkFilter(refusal.filter(), place + ".release.refused-by");
                checkAnchors(refusal.since(), place + ".release.refused-by");
            });
        }
    }

    private void checkDuty(DutyDefinition duty) {
        String place = "duties." + duty.key();
        checkFilter(duty.evidence(), place + ".evidence");
        for (DutyDefinition.Step step : duty.steps()) {
            checkPoint(step.opens(), place + ".steps.opens");
            checkPoint(step.due(), place + ".steps.due");
        }
        TestDays schedule = duty.schedule();
        if (schedule != null) {
            checkSchedule(duty, schedule, place + ".schedule");
        }
        String spacing = duty.spacing();
        if (spacing != null) {
            requireTime(spacing, place + ".spacing");
        }
        DutyDefinition.Repeat repeat = duty.repeat();
        if (repeat != null) {
            requireHourOfDay(repeat.due(), place + ".repeat.due");
        }
        String measure = repeat == null ? null : repeat.whileMeasure();
        require(measure == null || pack.measures().containsKey(measure), place + ".repeat", "no measure " + measure);
    }

    private void checkSchedule(DutyDefinition duty, TestDays schedule, String place) {
        ParameterDefinition days = pack.parameters().get(schedule.parameter());
        require(
                days != null && days.unit() == Unit.TEST_SCHEDULE,
                place + ".days",
                "no parameter " + schedule.parameter() + " that is a test schedule");
        checkPoint(schedule.from(), place + ".from");
        Set<String> kinds = duty.evidence().where().getOrDefault(schedule.kindField(), Set.of());
        requireAll(kinds, schedule.least().keySet(), place + ".least");
        schedule.least().values().forEach(least -> requireWhole(least, place + ".least"));
        ParameterValue own = Objects.requireNonNull(days).value();
        if (own != null) {
            ScheduleCheck.fault(pack, days, own)
                    .ifPresent(fault -> require(false, "parameters." + days.id(), fault.en()));
        }
    }

    private void checkPoint(@Nullable TimePoint point, String place) {
        if (point == null) {
            return;
        }
        String parameter = point.parameter();
        if (parameter != null) {
            requireWhole(parameter, place);
            Unit unit = Objects.requireNonNull(pack.parameters().get(parameter)).unit();
            require(unit != Unit.COUNT, place, "the parameter " + parameter + " is not a length of time");
        }
        checkAnchors(point.anchors(), place);
    }

    private void checkAnchors(List<String> anchors, String place) {
        Set<String> known = new HashSet<>(List.of("episode.anchor", "episode.latest", "episode.until"));
        pack.measures().keySet().forEach(key -> known.addAll(List.of(key + ".from", key + ".until")));
        if (place.startsWith("measures.")) {
            pack.duties().keySet().forEach(key -> known.add(key + TimePoint.MET));
        }
        catalogue
                .kinds()
                .values()
                .forEach(kind -> kind.fields().values().stream()
                        .filter(field -> field.type() == FactCatalogue.FieldType.TIME
                                || field.type() == FactCatalogue.FieldType.DATE)
                        .forEach(field -> known.add(field.name())));
        requireAll(known, anchors, place);
    }

    void checkFilter(FactFilter filter, String place) {
        FactCatalogue.Kind kind = catalogue.find(filter.kind()).orElse(null);
        require(kind != null, place, "no kind of fact " + filter.kind());
        requireAll(Objects.requireNonNull(kind).fields().keySet(), filter.fields(), place);
        requireField(filter.kind(), filter.at(), FactCatalogue.FieldType.TIME, place);
        filter.where().forEach((field, values) -> {
            FactCatalogue.Field declared = Objects.requireNonNull(kind.fields().get(field));
            require(
                    declared.choices().isEmpty() || declared.choices().containsAll(values),
                    place,
                    "the field " + field + " can be " + declared.choices() + ", not all of " + values);
        });
    }

    void requireField(String kind, String field, FactCatalogue.FieldType type, String place) {
        FactCatalogue.Field found =
                catalogue.find(kind).map(each -> each.fields().get(field)).orElse(null);
        require(found != null && found.type() == type, place, kind + " has no field " + field + " of type " + type);
    }

    void requireWhole(String parameter, String place) {
        ParameterDefinition definition = pack.parameters().get(parameter);
        require(
                definition != null && definition.unit().isNumber(),
                place,
                "no parameter " + parameter + " that is a number");
    }

    /** A parameter of fixed length: hours or days of 24 hours. */
    void requireTime(String parameter, String place) {
        requireWhole(parameter, place);
        Unit unit = Objects.requireNonNull(pack.parameters().get(parameter)).unit();
        require(
                unit == Unit.HOURS || unit == Unit.DAYS,
                place,
                "the parameter " + parameter + " must be hours or days");
    }

    private void requireHourOfDay(String parameter, String place) {
        requireWhole(parameter, place);
        ParameterDefinition definition =
                Objects.requireNonNull(pack.parameters().get(parameter));
        boolean possible = !(definition.value() instanceof ParameterValue.Whole whole)
                || whole.value() >= 1 && whole.value() <= 24;
        require(
                definition.unit() == Unit.HOURS && possible,
                place,
                "the parameter " + parameter + " must be hours after midnight, 1 to 24");
    }

    void requireAll(Collection<String> known, Collection<String> used, String place) {
        for (String each : used) {
            require(known.contains(each), place, "unknown name " + each);
        }
    }

    void require(boolean holds, String place, String rule) {
        if (!holds) {
            throw new PackFormatException(file, place, rule);
        }
    }
}
