package org.bihuan.policy.decide;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.pack.FactFilter;
import org.bihuan.policy.pack.Manifest;
import org.bihuan.policy.pack.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * The duties to look at episodes that stay with their version although a newer one, or other values, would move them:
 * what the transition {@code review} demands. One an order and change. Whether there is one does not depend on the time
 * of the decision: both versions are compared at the moment of the change.
 */
public final class TransitionReviews {
    /** Obligation in the ids of these duties, and kind of the fact by which somebody says what is to be done. */
    public static final String OBLIGATION = "transition-review";

    private static final int HASH_SHOWN = 12;

    /** Judges without looking for reviews. */
    @FunctionalInterface
    interface Bare {
        Decision decide(Pins pins, Instant at);
    }

    /** A duty that is to be written out at each moment of knowledge. */
    record Review(Case subject, Vocabulary.Review words, String step, Instant since) {
        Duty duty(DutyFacts dutyFacts, Instant knowledge) {
            String order = subject.bound().pack().id();
            Evidence evidence = new Evidence(evidence(order), subject.facts(), knowledge);
            List<UUID> ids = DutyIds.of(subject.episode(), order, OBLIGATION, step);
            StandingFact fact = evidence.take(since, null);
            return new Duty(
                    ids.getFirst(),
                    ids.subList(1, ids.size()),
                    subject.episode().subject(),
                    subject.bound().pack().reference(),
                    subject.episode().root(),
                    OBLIGATION,
                    step,
                    words.duty(),
                    words.owner(),
                    subject.episode().division(),
                    since,
                    dutyFacts.extended(ids, since.plus(Duration.ofHours(words.hours()))),
                    fact == null ? null : evidence.met(fact),
                    dutyFacts.waiver(ids),
                    dutyFacts.attempts(ids),
                    dutyFacts.assignee(ids),
                    subject.bound().pack().manifest().clauses(),
                    words.wording());
        }
    }

    private TransitionReviews() {}

    /** The fact that says what is to become of somebody whom a change of the order would move. */
    public static FactFilter evidence(String order) {
        return new FactFilter(OBLIGATION, Map.of("order", Set.of(order)), Set.of("decision"), "reviewedAt", null, null);
    }

    static List<Review> of(List<Case> cases, List<PackPolicy> policies, Pins pins, Bare judge) {
        List<Review> reviews = new ArrayList<>();
        for (PackPolicy policy : policies) {
            Manifest manifest = policy.pack().manifest();
            Vocabulary.Review words = policy.pack().vocabulary().review();
            if (words == null || manifest.transition() != Manifest.Transition.REVIEW || !pins.isBehind(policy)) {
                continue;
            }
            Case changed = null;
            Instant since = null;
            for (Case each : cases) {
                Instant differs = differsSince(each, policy);
                if (differs != null && (since == null || differs.isAfter(since))) {
                    changed = each;
                    since = differs;
                }
            }
            if (changed != null && since != null && moves(judge, pins, policy, since)) {
                String hash = policy.pack().hash();
                String step = changed.policy().pack().hash().equals(hash)
                        ? "values " + policy.settingsVersion()
                        : hash.substring(0, Math.min(HASH_SHOWN, hash.length()));
                reviews.add(new Review(changed, words, step, since));
            }
        }
        return reviews;
    }

    private static @Nullable Instant differsSince(Case each, PackPolicy policy) {
        boolean behind = each.pinned()
                && each.policy().pack().id().equals(policy.pack().id())
                && !each.policy().isSameAs(policy);
        return behind ? policy.differsSince(each.policy(), each.episode().division()) : null;
    }

    private static boolean moves(Bare judge, Pins pins, PackPolicy policy, Instant since) {
        Decision kept = judge.decide(pins, since);
        Decision moved = judge.decide(pins.movedTo(policy), since);
        return Difference.of(kept, moved, policy.pack().vocabulary()).isChange();
    }
}
