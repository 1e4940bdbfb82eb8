package org.bihuan.policy.decide;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.episode.WindowLength;
import org.bihuan.policy.level.LevelHistory;
import org.bihuan.policy.pack.FeatureDefinition;
import org.bihuan.policy.pack.LevelDefinition;
import org.jspecify.annotations.Nullable;

/** What a case reads of lists, response levels and flagged sources, and the moments at which they change it by time alone. */
final class PlaceLevels {
    private static final String UNKNOWN = "unknown";

    private final Case subject;
    private final LevelDefinition definition;
    private final LevelHistory history;

    PlaceLevels(Case subject, LevelDefinition definition) {
        this.subject = subject;
        this.definition = definition;
        DivisionCode place = place(subject, definition);
        this.history =
                place == null ? LevelHistory.NONE : subject.policy().levels().history(definition.series(), place);
    }

    /** Adds the names of all levels that the case's tables look at, at whatever moment. */
    static void addKeys(Case subject, Set<String> keys) {
        for (BoundTable table : subject.bound().tables(subject.episode().kind())) {
            for (BoundTable.Input input : table.inputs()) {
                addKeys(subject, input.feature(), keys);
            }
        }
    }

    private static void addKeys(Case subject, FeatureDefinition feature, Set<String> keys) {
        if (feature instanceof FeatureDefinition.First first) {
            first.of().forEach(each -> addKeys(subject, each, keys));
        } else if (feature instanceof FeatureDefinition.PlaceLevel level) {
            DivisionCode place = place(subject, level.level());
            if (place != null) {
                keys.add(AmbientKey.level(level.level().series(), place));
            }
        }
    }

    private static @Nullable DivisionCode place(Case subject, LevelDefinition definition) {
        return definition.place().equals(LevelDefinition.EPISODE)
                ? subject.episode().division()
                : subject.episode().place(definition.place());
    }

    Seen see(Instant at) {
        if (!definition.since().isEmpty()) {
            Instant since = subject.moment(definition.since());
            return since == null ? new Seen.Text(stated()) : since(since, at.isBefore(since) ? since : at);
        }
        Instant moment = definition.isOfDecision() ? at : subject.moment(definition.at());
        return new Seen.Text(moment == null ? stated() : strictest(moment, moment));
    }

    /** For how long a level counts may stay open as long as none has been stricter than the first. */
    private Seen since(Instant since, Instant at) {
        String word = strictest(since, at);
        String during = definition.during();
        boolean isOpen = during != null && subject.bound().whole(during) == null;
        return during != null && isOpen && !word.equals(strictest(since, since))
                ? new Seen.Blocked(during)
                : new Seen.Text(word);
    }

    void addCrossings(TreeSet<Instant> crossings) {
        Instant since = definition.since().isEmpty() ? null : subject.moment(definition.since());
        if (since == null && !definition.isOfDecision()) {
            return;
        }
        for (LevelHistory.Step step : history.steps()) {
            if (since == null || step.from().isAfter(since) && counts(since, step.from())) {
                crossings.add(step.from());
            }
        }
    }

    /** Whether a level at the moment still counts for what began at the other; as long as nobody says for how long. */
    private boolean counts(Instant since, Instant at) {
        String during = definition.during();
        Long length = during == null ? null : subject.bound().whole(during);
        return during == null
                || length == null
                || at.isBefore(new WindowLength(
                                length,
                                subject.bound().unit(during),
                                subject.bound().zone())
                        .expiryOf(since));
    }

    /** The word of the strictest level between two moments; what was stated stands in for a list that cannot tell. */
    private String strictest(Instant from, Instant until) {
        int best = rank(history.at(from));
        for (LevelHistory.Step step : history.steps()) {
            if (step.from().isAfter(from) && !step.from().isAfter(until) && counts(from, step.from())) {
                best = Math.min(best, rank(step));
            }
        }
        return best == definition.words().size()
                ? stated()
                : definition.words().get(best).word();
    }

    private int rank(LevelHistory.@Nullable Step step) {
        int listed = step == null || !step.scheme().equals(definition.scheme())
                ? definition.words().size()
                : definition.rank(step.level());
        if (listed < definition.words().size()) {
            return listed;
        }
        String stated = stated();
        for (int i = 0; i < definition.words().size(); i++) {
            if (definition.words().get(i).word().equals(stated)) {
                return i;
            }
        }
        return listed;
    }

    private String stated() {
        String field = definition.otherwise();
        String value = field == null ? null : subject.episode().text(field);
        return Objects.requireNonNullElse(value, UNKNOWN);
    }
}
