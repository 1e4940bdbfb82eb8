package org.bihuan.policy.episode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.HashId;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.EpisodeDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Folds statements about one happening. Statements are taken in the order of their anchors; one that lies within the
 * window of the first of an episode joins it, so the result depends on the set of facts and not on their order.
 * Statements without an anchor join the last episode. Fields: the strongest statement that knows a field wins.
 */
final class FoldedEpisodes {
    private FoldedEpisodes() {}

    static List<Episode> fold(
            EpisodeDefinition.Folded definition, Dossier dossier, List<StandingFact> facts, long windowSeconds) {
        List<StandingFact> anchored = new ArrayList<>();
        List<StandingFact> loose = new ArrayList<>();
        for (StandingFact standing : facts) {
            Fact fact = standing.fact();
            if (definition.kinds().contains(fact.kind()) && recorded(definition, dossier, fact) != null) {
                (fact.moment(definition.anchor()) == null ? loose : anchored).add(standing);
            }
        }
        if (anchored.isEmpty() && loose.isEmpty()) {
            return List.of();
        }
        List<List<StandingFact>> groups = group(definition, anchored, windowSeconds);
        if (groups.isEmpty()) {
            groups.add(loose);
        } else {
            groups.getLast().addAll(loose);
        }
        List<Episode> episodes = new ArrayList<>(groups.size());
        for (List<StandingFact> group : groups) {
            episodes.add(episode(definition, dossier, group));
        }
        return episodes;
    }

    private static List<List<StandingFact>> group(
            EpisodeDefinition.Folded definition, List<StandingFact> anchored, long windowSeconds) {
        anchored.sort(Comparator.comparing((StandingFact each) -> anchor(definition, each))
                .thenComparing(StandingFact::root));
        List<List<StandingFact>> groups = new ArrayList<>();
        Instant end = Instant.MIN;
        for (StandingFact standing : anchored) {
            Instant anchor = anchor(definition, standing);
            if (groups.isEmpty() || anchor.isAfter(end)) {
                groups.add(new ArrayList<>());
                end = anchor.plusSeconds(windowSeconds);
            }
            groups.getLast().add(standing);
        }
        return groups;
    }

    private static Instant anchor(EpisodeDefinition.Folded definition, StandingFact standing) {
        return Objects.requireNonNull(standing.fact().moment(definition.anchor()));
    }

    private static Episode episode(EpisodeDefinition.Folded definition, Dossier dossier, List<StandingFact> group) {
        if (group.size() > 1) {
            group.sort(Comparator.comparing(StandingFact::fact, Fact.BY_PRECEDENCE));
        }
        Map<String, FieldValue> fields = group.getFirst().fact().fields();
        DivisionCode reported = group.getFirst().fact().division();
        if (group.size() > 1) {
            fields = new HashMap<>();
            for (StandingFact standing : group) {
                fields.putAll(standing.fact().fields());
                reported = standing.fact().division() == null
                        ? reported
                        : standing.fact().division();
            }
        }
        Instant anchor = fields.get(definition.anchor()) instanceof FieldValue.Moment moment ? moment.value() : null;
        List<EpisodeRoot> roots = group.stream()
                .map(each -> new EpisodeRoot(
                        each.root().value(), Objects.requireNonNull(recorded(definition, dossier, each.fact()))))
                .sorted(Comparator.comparing(EpisodeRoot::id, HashId::compare))
                .toList();
        return new Episode(
                definition.name(), roots, anchor, anchor, null, division(definition, fields, reported), fields);
    }

    private static @Nullable DivisionCode division(
            EpisodeDefinition.Folded definition, Map<String, FieldValue> fields, @Nullable DivisionCode reported) {
        String field = definition.division();
        if (field == null) {
            return reported;
        }
        return fields.get(field) instanceof FieldValue.Place place ? place.value() : null;
    }

    /** The id under which the fact names the dossier's subject. */
    private static @Nullable SubjectId recorded(EpisodeDefinition.Folded definition, Dossier dossier, Fact fact) {
        if (!definition.subjectType().equals(dossier.subject().type())) {
            return null;
        }
        for (FactSubject each : fact.subjects()) {
            if (dossier.aliases().contains(each.subject())) {
                return each.subject();
            }
        }
        return null;
    }
}
