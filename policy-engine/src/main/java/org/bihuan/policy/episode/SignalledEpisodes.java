package org.bihuan.policy.episode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.HashId;
import org.bihuan.policy.fact.Signal;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.EpisodeDefinition;
import org.jspecify.annotations.Nullable;

/** One episode for each episode of a related subject that signals one of the wanted values. */
final class SignalledEpisodes {
    private SignalledEpisodes() {}

    static List<Episode> find(EpisodeDefinition.Signalled definition, Dossier dossier, List<StandingFact> facts) {
        Map<UUID, List<Signal>> byRoot = new TreeMap<>(HashId::compare);
        for (Signal signal : dossier.signals()) {
            if (signal.name().equals(definition.signal()) && definition.values().contains(signal.value())) {
                byRoot.computeIfAbsent(signal.root(), root -> new ArrayList<>()).add(signal);
            }
        }
        List<Episode> episodes = new ArrayList<>();
        byRoot.values().forEach(signals -> episodes.add(episode(definition, dossier, facts, signals)));
        return episodes;
    }

    private static Episode episode(
            EpisodeDefinition.Signalled definition, Dossier dossier, List<StandingFact> facts, List<Signal> signals) {
        Instant from = signals.getFirst().from();
        Instant until = signals.getFirst().until();
        for (Signal signal : signals) {
            from = signal.from().isBefore(from) ? signal.from() : from;
            Instant end = signal.until();
            until = until == null || end == null ? null : end.isAfter(until) ? end : until;
        }
        List<EpisodeRoot> roots = new ArrayList<>();
        for (UUID source : signals.getFirst().roots()) {
            for (SubjectId alias : dossier.aliases()) {
                roots.add(new EpisodeRoot(root(definition, alias, source), alias));
            }
        }
        return new Episode(
                definition.name(),
                roots,
                from,
                from,
                until,
                division(facts, signals),
                Map.of("value", new FieldValue.Text(signals.getLast().value())));
    }

    private static UUID root(EpisodeDefinition.Signalled definition, SubjectId alias, UUID source) {
        return HashId.of("signalled", definition.name(), alias.toString(), source.toString());
    }

    private static @Nullable DivisionCode division(List<StandingFact> facts, List<Signal> signals) {
        DivisionCode own = Whereabouts.division(facts);
        return own != null
                ? own
                : signals.stream()
                        .map(Signal::division)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }
}
