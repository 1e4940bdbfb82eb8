package org.bihuan.policy.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.episode.Episode;
import org.bihuan.policy.episode.EpisodeRoot;
import org.bihuan.policy.episode.Episodes;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.EpisodeDefinition;

/**
 * Reads all rows of one person. Rows that tell of the same arrival are one: a later row overwrites what it fills in, so
 * that a corrected test replaces the first one and does not stand beside it. Which rows are the same arrival is for the
 * pack's fold window to say. A row that is refused overwrites nothing.
 */
public final class LedgerPerson {
    private final LedgerColumns columns;
    private final LedgerFacts reader;
    private final List<PackPolicy> policies;

    /** Reads rows as the first of the packs that folds them does. */
    public LedgerPerson(LedgerColumns columns, LedgerFacts reader, List<PackPolicy> policies) {
        this.columns = columns;
        this.reader = reader;
        this.policies = policies;
    }

    /** The facts of the rows as read at the moment, and the errors of those that had to be refused. */
    public LedgerFacts.Result read(SubjectId person, List<Ledger.Row> rows, Instant now) {
        if (rows.size() == 1) {
            return reader.read(rows.getFirst(), now);
        }
        List<FieldError> errors = new ArrayList<>();
        List<List<Fact>> accepted = new ArrayList<>();
        for (Ledger.Row row : rows) {
            LedgerFacts.Result result = reader.read(row, now);
            errors.addAll(result.errors());
            if (!result.facts().isEmpty()) {
                accepted.add(result.facts());
            }
        }
        List<Fact> facts = new ArrayList<>();
        sameArrival(person, accepted).forEach(group -> facts.addAll(overwrite(group)));
        return new LedgerFacts.Result(facts, errors);
    }

    /** The rows, grouped by arrival. */
    private List<List<List<Fact>>> sameArrival(SubjectId person, List<List<Fact>> rows) {
        Map<UUID, Integer> arrivals = arrivals(person, rows);
        Map<Integer, List<List<Fact>>> groups = new LinkedHashMap<>();
        for (List<Fact> row : rows) {
            Integer arrival = 0;
            for (Fact fact : row) {
                arrival = arrivals.getOrDefault(fact.id().value(), arrival);
            }
            groups.computeIfAbsent(arrival, number -> new ArrayList<>()).add(row);
        }
        return List.copyOf(groups.values());
    }

    private Map<UUID, Integer> arrivals(SubjectId person, List<List<Fact>> rows) {
        List<StandingFact> stated = new ArrayList<>();
        rows.forEach(row -> row.forEach(fact -> stated.add(new StandingFact(fact.id(), fact))));
        Map<UUID, Integer> arrivals = new HashMap<>();
        for (PackPolicy policy : policies) {
            for (EpisodeDefinition definition : policy.pack().episodes().values()) {
                if (arrivals.isEmpty()
                        && definition instanceof EpisodeDefinition.Folded folded
                        && folded.kinds().contains(columns.episodeKind())) {
                    List<Episode> episodes = Episodes.find(
                            folded,
                            Dossier.of(person, List.of()),
                            stated,
                            policy.whole(),
                            policy.pack().manifest().zone());
                    for (int i = 0; episodes != null && i < episodes.size(); i++) {
                        for (EpisodeRoot root : episodes.get(i).roots()) {
                            arrivals.put(root.id(), i);
                        }
                    }
                }
            }
        }
        return arrivals;
    }

    /** The arrivals of all rows, which fold by themselves, and of every other kind what was said last. */
    private List<Fact> overwrite(List<List<Fact>> rows) {
        List<Fact> arrivals = new ArrayList<>();
        Map<String, List<Fact>> last = new LinkedHashMap<>();
        for (List<Fact> row : rows) {
            Map<String, List<Fact>> here = new LinkedHashMap<>();
            for (Fact fact : row) {
                if (fact.kind().equals(columns.episodeKind())) {
                    arrivals.add(fact);
                } else {
                    here.computeIfAbsent(fact.kind(), kind -> new ArrayList<>()).add(fact);
                }
            }
            here.forEach((kind, facts) -> last.merge(
                    kind, facts, (before, now) -> columns.isListed(kind) ? now : List.of(filled(before, now))));
        }
        last.values().forEach(arrivals::addAll);
        return arrivals;
    }

    /** The later fact, with the fields it leaves empty as they were. */
    private static Fact filled(List<Fact> before, List<Fact> now) {
        Fact later = now.getFirst();
        Map<String, FieldValue> fields = new HashMap<>(before.getFirst().fields());
        fields.putAll(later.fields());
        return later.withFields(fields);
    }
}
