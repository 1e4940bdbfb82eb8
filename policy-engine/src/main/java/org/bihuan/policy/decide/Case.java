package org.bihuan.policy.decide;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.policy.episode.Episode;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.pack.FactFilter;
import org.jspecify.annotations.Nullable;

/**
 * One episode before its judge: what is known of it, and the values of its division.
 *
 * @param dossier the subject's dossier
 * @param facts standing facts
 * @param episode the episode
 * @param bound the pack, bound to the values of the episode's division
 * @param policy the version and values it is judged under
 * @param pinned whether an earlier decision pinned it to them
 */
record Case(
        Dossier dossier,
        List<StandingFact> facts,
        Episode episode,
        BoundPack bound,
        PackPolicy policy,
        boolean pinned) {
    /** Standing facts that pass the filter and are known at the moment. */
    List<StandingFact> known(FactFilter filter, Instant knowledge) {
        List<StandingFact> result = new ArrayList<>();
        for (StandingFact standing : facts) {
            Fact fact = standing.fact();
            if (filter.accepts(fact) && !filter.knownAt(fact).isAfter(knowledge)) {
                result.add(standing);
            }
        }
        return result;
    }

    /** The first known of the named moments of the episode, null when none is. */
    @Nullable Instant moment(List<String> names) {
        for (String name : names) {
            Instant found = moment(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Instant moment(String name) {
        return switch (name) {
            case "episode.anchor" -> episode.anchor();
            case "episode.latest" -> episode.latest();
            case "episode.until" -> episode.until();
            default ->
                switch (episode.fields().get(name)) {
                    case FieldValue.Moment moment -> moment.value();
                    case FieldValue.Day day ->
                        day.value().atStartOfDay(bound.zone()).toInstant();
                    case null, default -> null;
                };
        };
    }

    /** The civil date of a moment in the jurisdiction. */
    LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, bound.zone());
    }
}
