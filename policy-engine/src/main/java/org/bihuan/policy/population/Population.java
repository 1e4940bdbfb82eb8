package org.bihuan.policy.population;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bihuan.policy.decide.Decision;
import org.bihuan.policy.decide.Judge;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.decide.Pins;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.Signal;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.pack.SignalDefinition;

/**
 * Everybody the facts speak of, decided stratum by stratum, so that whoever signals is decided before whoever hears.
 * The slow and obvious form of what the server does step by step; both must agree.
 */
public final class Population {
    private static final int LOWEST_STRATUM = 1_000;

    private final List<PackPolicy> policies;
    private final Map<SubjectId, List<Fact>> factsBySubject = new LinkedHashMap<>();
    private final Map<SubjectId, Dossier> dossiers = new HashMap<>();
    private final SubjectLinks links;

    private Population(Collection<Fact> facts, List<PackPolicy> policies) {
        this.policies = policies;
        this.links = SubjectLinks.of(facts);
        CorrectionSubjects owners = new CorrectionSubjects(facts);
        Map<SubjectId, Set<Fact>> sets = new LinkedHashMap<>();
        for (Fact fact : facts) {
            for (SubjectId subject : owners.of(fact)) {
                sets.computeIfAbsent(links.canonical(subject), id -> new LinkedHashSet<>())
                        .add(fact);
            }
        }
        sets.forEach((subject, set) -> factsBySubject.put(subject, List.copyOf(set)));
    }

    /** Decides for every subject, in the order in which they first appear. */
    public static List<Decision> decide(
            Collection<Fact> facts, List<PackPolicy> policies, Instant now, Duration horizon) {
        return decide(facts, policies, Pins.none(), now, horizon);
    }

    /** Decides as above; the pins are those of everybody, since a root is nobody else's. */
    public static List<Decision> decide(
            Collection<Fact> facts, List<PackPolicy> policies, Pins pins, Instant now, Duration horizon) {
        return new Population(facts, policies).decide(pins, now, horizon);
    }

    /** What everybody is decided by: own facts, and the signals that the decisions of others give them. */
    public static List<Dossier> dossiers(
            Collection<Fact> facts, List<PackPolicy> policies, Instant now, Duration horizon) {
        Population population = new Population(facts, policies);
        population.decide(Pins.none(), now, horizon);
        return population.factsBySubject.keySet().stream()
                .map(subject -> Objects.requireNonNull(population.dossiers.get(subject)))
                .toList();
    }

    private List<Decision> decide(Pins pins, Instant now, Duration horizon) {
        Map<SubjectId, List<Signal>> heard = new HashMap<>();
        Map<SubjectId, Decision> decisions = new HashMap<>();
        List<SubjectId> order = new ArrayList<>(factsBySubject.keySet());
        order.sort(Comparator.comparingInt(this::stratum));
        for (SubjectId subject : order) {
            Dossier dossier = new Dossier(
                    subject,
                    links.group(subject),
                    factsBySubject.getOrDefault(subject, List.of()),
                    heard.getOrDefault(subject, List.of()));
            dossiers.put(subject, dossier);
            Decision decision = Judge.decide(dossier, policies, pins, now, horizon);
            decisions.put(subject, decision);
            for (Signal signal : decision.signals()) {
                for (SubjectId hearer : hearers(signal)) {
                    heard.computeIfAbsent(hearer, id -> new ArrayList<>()).add(signal);
                }
            }
        }
        return factsBySubject.keySet().stream()
                .map(subject -> Objects.requireNonNull(decisions.get(subject)))
                .toList();
    }

    private int stratum(SubjectId subject) {
        for (PackPolicy policy : policies) {
            Integer stratum = policy.pack().vocabulary().strata().get(subject.type());
            if (stratum != null) {
                return stratum;
            }
        }
        return LOWEST_STRATUM;
    }

    /** Subjects related to the signal's source by a standing fact of the kind the signal travels by. */
    private Set<SubjectId> hearers(Signal signal) {
        Set<SubjectId> hearers = new LinkedHashSet<>();
        for (PackPolicy policy : policies) {
            SignalDefinition definition = policy.pack().signals().get(signal.name());
            if (definition == null) {
                continue;
            }
            List<Fact> facts = factsBySubject.getOrDefault(signal.source(), List.of());
            for (StandingFact standing : Corrections.standing(facts)) {
                if (standing.fact().kind().equals(definition.via()) && isAbout(standing.fact(), signal.source())) {
                    for (FactSubject each : standing.fact().subjects()) {
                        if (each.subject().type().equals(definition.to())) {
                            hearers.add(links.canonical(each.subject()));
                        }
                    }
                }
            }
        }
        return hearers;
    }

    private boolean isAbout(Fact fact, SubjectId subject) {
        return fact.subjects().stream()
                .anyMatch(each -> links.canonical(each.subject()).equals(subject));
    }
}
