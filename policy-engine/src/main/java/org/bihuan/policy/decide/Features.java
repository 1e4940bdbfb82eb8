package org.bihuan.policy.decide;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.episode.WindowLength;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.Signal;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.pack.CountDefinition;
import org.bihuan.policy.pack.FeatureDefinition;
import org.bihuan.policy.pack.ParameterValue;
import org.bihuan.policy.pack.Unit;
import org.bihuan.policy.table.TableInput;
import org.bihuan.policy.table.Threshold;
import org.jspecify.annotations.Nullable;

/** Works out what a table looks at: its inputs at a moment, and the moments at which they change by time alone. */
final class Features {
    private static final String UNKNOWN = "unknown";
    private static final String NONE = "none";

    private final Case subject;
    private final Instant knowledge;

    /** Reads the case with what is known at the moment. */
    Features(Case subject, Instant knowledge) {
        this.subject = subject;
        this.knowledge = knowledge;
    }

    /** Puts the feature's value at the moment into the input, and into the inputs shown to people. */
    void fill(BoundTable.Input input, Instant at, TableInput table, Map<String, String> shown) {
        String name = input.feature().name();
        switch (see(input.feature(), at)) {
            case Seen.Text text -> {
                table.text(input.column(), text.value());
                shown.put(name, text.value());
            }
            case Seen.Number number -> {
                table.known(input.column(), number.value());
                shown.put(name, decimal(number.value()));
            }
            case Seen.Unknown _ -> {
                table.unknown(input.column());
                shown.put(name, UNKNOWN);
            }
            case Seen.Blocked blocked -> {
                table.blockedWithTwin(input.column(), blocked.parameter());
                shown.put(name, UNKNOWN);
            }
        }
    }

    /** The feature's value at the moment. */
    Seen see(FeatureDefinition feature, Instant at) {
        return switch (feature) {
            case FeatureDefinition.FieldText text -> new Seen.Text(text(text));
            case FeatureDefinition.FieldNumber number ->
                subject.episode().fields().get(number.field()) instanceof FieldValue.Amount amount
                        ? new Seen.Number(amount.value().doubleValue())
                        : Seen.UNKNOWN;
            case FeatureDefinition.Ratio ratio -> ratio(ratio);
            case FeatureDefinition.FieldKnown known ->
                new Seen.Text(subject.episode().fields().containsKey(known.field()) ? "yes" : "no");
            case FeatureDefinition.DivisionWithin within ->
                subject.bound().value(within.parameter()) instanceof ParameterValue.Divisions divisions
                        ? new Seen.Text(within(within, divisions.value()))
                        : new Seen.Blocked(within.parameter());
            case FeatureDefinition.LatestFact latest -> {
                String limit = latest.atMost();
                boolean unset = limit != null && subject.bound().whole(limit) == null;
                String word = latest(latest, unset ? null : limit);
                // How far back may stay open as long as there is nothing to be seen, however far one looks.
                yield limit != null && unset && !word.equals(NONE) && !word.equals(UNKNOWN)
                        ? new Seen.Blocked(limit)
                        : new Seen.Text(word);
            }
            case FeatureDefinition.Span span -> {
                Instant from = subject.moment(span.from());
                Instant to = subject.moment(span.to());
                yield from == null || to == null ? Seen.UNKNOWN : new Seen.Number(age(from, to, span.unit()));
            }
            case FeatureDefinition.Age age -> {
                Instant since = subject.moment(age.since());
                yield since == null ? Seen.UNKNOWN : new Seen.Number(age(since, at, age.unit()));
            }
            case FeatureDefinition.Count count ->
                subject.bound().whole(count.count().window()) == null
                        ? new Seen.Blocked(count.count().window())
                        : new Seen.Number(count(count.count(), at));
            case FeatureDefinition.SignalValue signal -> new Seen.Text(signal(signal, at));
            case FeatureDefinition.PlaceLevel level -> new PlaceLevels(subject, level.level()).see(at);
            case FeatureDefinition.First first -> first(first, at);
        };
    }

    /** Nobody has fewer or more than a share of nothing: a value of zero leaves it unknown. */
    private Seen ratio(FeatureDefinition.Ratio ratio) {
        Long per = subject.bound().whole(ratio.per());
        Long times = subject.bound().whole(ratio.times());
        if (per == null || times == null) {
            return new Seen.Blocked(per == null ? ratio.per() : ratio.times());
        }
        return subject.episode().fields().get(ratio.of()) instanceof FieldValue.Amount amount && per > 0
                ? new Seen.Number(amount.value().doubleValue() * times / per)
                : Seen.UNKNOWN;
    }

    private Seen first(FeatureDefinition.First first, Instant at) {
        boolean isKnown = true;
        for (FeatureDefinition each : first.of()) {
            Seen seen = see(each, at);
            boolean isNone = seen instanceof Seen.Text text && text.value().equals(NONE);
            boolean isUnknown = seen instanceof Seen.Text text && text.value().equals(UNKNOWN);
            if (!isNone && !isUnknown) {
                return seen;
            }
            isKnown &= isNone;
        }
        return new Seen.Text(isKnown ? NONE : UNKNOWN);
    }

    /** Adds every moment at which the feature changes although nobody reports anything. */
    void addCrossings(BoundTable table, BoundTable.Input input, TreeSet<Instant> crossings) {
        switch (input.feature()) {
            case FeatureDefinition.Age age -> {
                Instant since = subject.moment(age.since());
                if (since != null) {
                    for (Threshold threshold : table.table().thresholds(input.column())) {
                        crossings.add(Ages.crossing(
                                since, threshold, age.unit(), subject.bound().zone()));
                    }
                }
            }
            case FeatureDefinition.Count count -> {
                if (subject.bound().whole(count.count().window()) != null) {
                    WindowLength window = window(count.count());
                    for (StandingFact standing : subject.known(count.count().filter(), knowledge)) {
                        Instant happened = count.count().filter().happenedAt(standing.fact());
                        crossings.add(happened);
                        crossings.add(window.expiryOf(happened));
                    }
                }
            }
            case FeatureDefinition.SignalValue signal -> {
                for (Signal each : subject.dossier().signals()) {
                    if (each.name().equals(signal.signal())) {
                        crossings.add(each.from());
                        Instant end = each.until();
                        if (end != null) {
                            crossings.add(end);
                        }
                    }
                }
            }
            case FeatureDefinition.PlaceLevel level -> new PlaceLevels(subject, level.level()).addCrossings(crossings);
            case FeatureDefinition.First first ->
                first.of().forEach(each -> addCrossings(table, new BoundTable.Input(each, input.column()), crossings));
            case FeatureDefinition.FieldText text -> {}
            case FeatureDefinition.FieldNumber number -> {}
            case FeatureDefinition.Ratio ratio -> {}
            case FeatureDefinition.FieldKnown known -> {}
            case FeatureDefinition.DivisionWithin within -> {}
            case FeatureDefinition.LatestFact latest -> {}
            case FeatureDefinition.Span span -> {}
        }
    }

    private String text(FeatureDefinition.FieldText feature) {
        String value = subject.episode().text(feature.field());
        return value == null ? UNKNOWN : value;
    }

    private String within(FeatureDefinition.DivisionWithin feature, List<DivisionCode> divisions) {
        DivisionCode place = subject.episode().place(feature.field());
        if (place == null) {
            return UNKNOWN;
        }
        for (DivisionCode division : divisions) {
            if (division.contains(place)) {
                return "yes";
            }
        }
        return "no";
    }

    private String latest(FeatureDefinition.LatestFact feature, @Nullable String limit) {
        Instant before = feature.before().isEmpty() ? Instant.MAX : subject.moment(feature.before());
        if (before == null) {
            return UNKNOWN;
        }
        Instant earliest = Instant.MIN;
        if (limit != null) {
            long amount = Objects.requireNonNull(subject.bound().whole(limit));
            earliest = before.minusSeconds(amount * subject.bound().unit(limit).seconds());
        }
        StandingFact best = null;
        Comparator<StandingFact> order = Comparator.comparing(
                        (StandingFact each) -> feature.filter().happenedAt(each.fact()))
                .thenComparing(StandingFact::root);
        for (StandingFact standing : subject.known(feature.filter(), knowledge)) {
            Instant happened = feature.filter().happenedAt(standing.fact());
            if (!happened.isAfter(before)
                    && !happened.isBefore(earliest)
                    && (best == null || order.compare(standing, best) > 0)) {
                best = standing;
            }
        }
        String picked = best == null ? NONE : best.fact().text(feature.pick());
        return picked == null ? UNKNOWN : picked;
    }

    private double age(Instant from, Instant to, Unit unit) {
        return Ages.age(from, to, unit, subject.bound().zone());
    }

    private int count(CountDefinition count, Instant at) {
        WindowLength window = window(count);
        Set<Object> distinct = new HashSet<>();
        for (StandingFact standing : subject.known(count.filter(), knowledge)) {
            if (window.contains(count.filter().happenedAt(standing.fact()), at)) {
                String type = count.distinctBy();
                Object counted =
                        type == null ? standing.root() : standing.fact().subjectOfType(type);
                if (counted != null) {
                    distinct.add(counted);
                }
            }
        }
        return distinct.size();
    }

    private WindowLength window(CountDefinition count) {
        long length = Objects.requireNonNull(subject.bound().whole(count.window()));
        return new WindowLength(
                length, subject.bound().unit(count.window()), subject.bound().zone());
    }

    private String signal(FeatureDefinition.SignalValue feature, Instant at) {
        int best = feature.strongestFirst().size();
        for (Signal signal : subject.dossier().signals()) {
            if (signal.name().equals(feature.signal()) && signal.holdsAt(at)) {
                int rank = feature.strongestFirst().indexOf(signal.value());
                best = rank >= 0 && rank < best ? rank : best;
            }
        }
        return best == feature.strongestFirst().size()
                ? NONE
                : feature.strongestFirst().get(best);
    }

    /** A number as people read it; six decimals tell a second more or less of a day. */
    private static String decimal(double value) {
        return BigDecimal.valueOf(value)
                .setScale(6, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
