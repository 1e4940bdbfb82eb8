package org.bihuan.policy.episode;

import java.time.ZoneId;
import java.util.List;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.pack.EpisodeDefinition;
import org.bihuan.policy.pack.Unit;
import org.jspecify.annotations.Nullable;

/** Finds a subject's episodes of one kind. Pure; the result depends on the set of facts, not on their order. */
public final class Episodes {
    private Episodes() {}

    /**
     * The episodes of the kind, or null when a parameter that folding needs is unset.
     *
     * @param facts the standing facts of the dossier
     * @param zone civil time of the jurisdiction
     */
    public static @Nullable List<Episode> find(
            EpisodeDefinition definition,
            Dossier dossier,
            List<StandingFact> facts,
            EpisodeValues values,
            ZoneId zone) {
        if (!definition.subjectType().equals(dossier.subject().type())) {
            return List.of();
        }
        return switch (definition) {
            case EpisodeDefinition.Folded folded -> {
                Long window = seconds(values, folded.window());
                yield window == null ? null : FoldedEpisodes.fold(folded, dossier, facts, window);
            }
            case EpisodeDefinition.Counted counted -> {
                Long window = values.whole(counted.count().window());
                Long atLeast = values.whole(counted.atLeast());
                Long quiet = seconds(values, counted.quiet());
                yield window == null || atLeast == null || quiet == null
                        ? null
                        : CountedEpisodes.find(
                                counted,
                                dossier,
                                facts,
                                new WindowLength(
                                        window, values.unit(counted.count().window()), zone),
                                atLeast,
                                quiet);
            }
            case EpisodeDefinition.Signalled signalled -> SignalledEpisodes.find(signalled, dossier, facts);
        };
    }

    private static @Nullable Long seconds(EpisodeValues values, String parameter) {
        Long amount = values.whole(parameter);
        Unit unit = values.unit(parameter);
        return amount == null ? null : Long.valueOf(amount * unit.seconds());
    }
}
