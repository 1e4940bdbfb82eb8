package org.bihuan.policy.episode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.HashId;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.CountDefinition;
import org.bihuan.policy.pack.EpisodeDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Finds clusters: a sliding window over the facts in order of time opens an episode when it holds enough; further facts
 * join until it has been quiet for long enough. Clocks hang on the moment at which enough of the facts were known, so
 * that a cluster found late is not late from its first minute, and one more old case reported later moves nothing. It
 * lasts at least the quiet time from then on.
 */
final class CountedEpisodes {
    private CountedEpisodes() {}

    static List<Episode> find(
            EpisodeDefinition.Counted definition,
            Dossier dossier,
            List<StandingFact> facts,
            WindowLength window,
            long atLeast,
            long quietSeconds) {
        CountDefinition count = definition.count();
        List<StandingFact> accepted = new ArrayList<>();
        for (StandingFact standing : facts) {
            if (count.filter().accepts(standing.fact())) {
                accepted.add(standing);
            }
        }
        accepted.sort(Comparator.comparing((StandingFact each) -> happened(count, each))
                .thenComparing(StandingFact::root));
        List<Episode> episodes = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < accepted.size(); i++) {
            Instant reached = happened(count, accepted.get(i));
            while (!window.contains(happened(count, accepted.get(start)), reached)) {
                start++;
            }
            if (distinct(count, accepted.subList(start, i + 1)) < atLeast) {
                continue;
            }
            int last = i;
            Instant quiet = reached.plusSeconds(quietSeconds);
            while (last + 1 < accepted.size()
                    && !happened(count, accepted.get(last + 1)).isAfter(quiet)) {
                last++;
                quiet = happened(count, accepted.get(last)).plusSeconds(quietSeconds);
            }
            List<StandingFact> members = accepted.subList(start, last + 1);
            Instant known = known(count, members, window, atLeast);
            Instant watched = known.plusSeconds(quietSeconds);
            DivisionCode division = division(members);
            episodes.add(episode(
                    definition,
                    dossier,
                    members,
                    known,
                    watched.isAfter(quiet) ? watched : quiet,
                    division == null ? Whereabouts.division(facts) : division));
            i = last;
            start = last + 1;
        }
        return episodes;
    }

    /** The first moment at which the members known by then reach the threshold; more knowledge never undoes it. */
    private static Instant known(CountDefinition count, List<StandingFact> members, WindowLength window, long atLeast) {
        List<Instant> moments = members.stream()
                .map(member -> count.filter().knownAt(member.fact()))
                .sorted()
                .toList();
        int least = 0;
        int most = moments.size() - 1;
        while (least < most) {
            int middle = (least + most) / 2;
            Instant moment = moments.get(middle);
            List<StandingFact> known = members.stream()
                    .filter(member -> !count.filter().knownAt(member.fact()).isAfter(moment))
                    .toList();
            if (reaches(count, known, window, atLeast)) {
                most = middle;
            } else {
                least = middle + 1;
            }
        }
        return moments.get(least);
    }

    /** Whether some window over the facts, which are in the order of time, holds enough. */
    private static boolean reaches(CountDefinition count, List<StandingFact> facts, WindowLength window, long atLeast) {
        int start = 0;
        for (int i = 0; i < facts.size(); i++) {
            while (!window.contains(happened(count, facts.get(start)), happened(count, facts.get(i)))) {
                start++;
            }
            if (distinct(count, facts.subList(start, i + 1)) >= atLeast) {
                return true;
            }
        }
        return false;
    }

    static Instant happened(CountDefinition count, StandingFact standing) {
        return count.filter().happenedAt(standing.fact());
    }

    /** How many distinct subjects, or facts, the list holds. */
    static int distinct(CountDefinition count, List<StandingFact> facts) {
        String type = count.distinctBy();
        if (type == null) {
            return facts.size();
        }
        Set<SubjectId> subjects = new HashSet<>();
        for (StandingFact standing : facts) {
            SubjectId subject = standing.fact().subjectOfType(type);
            if (subject != null) {
                subjects.add(subject);
            }
        }
        return subjects.size();
    }

    private static Episode episode(
            EpisodeDefinition.Counted definition,
            Dossier dossier,
            List<StandingFact> members,
            Instant known,
            Instant end,
            @Nullable DivisionCode division) {
        List<EpisodeRoot> roots = new ArrayList<>();
        for (StandingFact member : members) {
            SubjectId recorded = recorded(dossier, member.fact());
            roots.add(new EpisodeRoot(root(definition, recorded, member.root()), recorded));
        }
        return new Episode(
                definition.name(),
                roots,
                known,
                happened(definition.count(), members.getLast()),
                end,
                division,
                Map.of());
    }

    /** The same illness fact may open a cluster in its class and in its school, so the root names both. */
    private static UUID root(EpisodeDefinition definition, SubjectId recorded, FactId first) {
        return HashId.of("counted", definition.name(), recorded.toString(), first.toString());
    }

    /** The id under which the fact names the dossier's subject, so that a merge and its end give no other roots. */
    private static SubjectId recorded(Dossier dossier, Fact fact) {
        for (FactSubject each : fact.subjects()) {
            if (dossier.aliases().contains(each.subject())) {
                return each.subject();
            }
        }
        return dossier.subject();
    }

    private static @Nullable DivisionCode division(List<StandingFact> members) {
        for (StandingFact member : members) {
            if (member.fact().division() != null) {
                return member.fact().division();
            }
        }
        return null;
    }
}
