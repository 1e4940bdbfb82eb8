package org.bihuan.app.arrivals.domain;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.bihuan.policy.episode.EpisodeValues;
import org.bihuan.policy.pack.EpisodeDefinition;
import org.bihuan.policy.pack.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What makes a journey of facts.
 *
 * @param kinds kinds of fact that say that somebody arrived
 * @param foldHours within how many hours they are one arrival
 * @param belongs how far a declaration may lie from its arrival
 * @param tables tables whose answer is the class
 * @param tests kinds of duty that stand for a test
 * @param handOvers kinds of duty that stand for being received
 * @param remarks outcomes by what they are called on pages
 */
public record JourneyRules(
        Set<String> kinds,
        long foldHours,
        Duration belongs,
        Set<String> tables,
        Set<String> tests,
        Set<String> handOvers,
        Map<String, Set<String>> remarks)
        implements EpisodeValues {
    private static final String WINDOW = "fold-hours";

    public JourneyRules {
        kinds = Set.copyOf(kinds);
        tables = Set.copyOf(tables);
        tests = Set.copyOf(tests);
        handOvers = Set.copyOf(handOvers);
        remarks = Map.copyOf(remarks);
    }

    /** How the facts fold, as the packs say it. */
    EpisodeDefinition.Folded episode() {
        return new EpisodeDefinition.Folded(
                "arrival", Words.PERSON, kinds, Words.ARRIVED_AT, WINDOW, Words.DESTINATION);
    }

    @Override
    public @Nullable Long whole(String parameter) {
        return foldHours;
    }

    @Override
    public Unit unit(String parameter) {
        return Unit.HOURS;
    }
}
