package org.bihuan.app.duties;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.decide.Pins;
import org.bihuan.policy.pack.FeatureDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A change of one order: a new version in the place of the one before, or the values in force now in the place of those
 * that episodes were judged by.
 *
 * @param before what judged new episodes until now, null when the order is new; for a re-judgement the same as after
 * @param after what is to judge them
 * @param moves whether episodes judged already move to it: what their pins say then no longer counts, but for the edition
 *     of the risk lists, which only a change of lists moves
 */
public record OrderChange(@Nullable PackPolicy before, PackPolicy after, boolean moves) implements RuleChange {
    String order() {
        return after.pack().id();
    }

    @Override
    public List<PackPolicy> before(List<PackPolicy> inForce) {
        return with(inForce, before);
    }

    @Override
    public List<PackPolicy> after(List<PackPolicy> inForce) {
        return with(inForce, after);
    }

    private List<PackPolicy> with(List<PackPolicy> inForce, @Nullable PackPolicy one) {
        List<PackPolicy> policies = new ArrayList<>();
        boolean placed = false;
        for (PackPolicy policy : inForce) {
            if (!policy.pack().id().equals(order())) {
                policies.add(policy);
            } else if (one != null) {
                policies.add(one);
                placed = true;
            }
        }
        if (!placed && one != null) {
            policies.add(one);
        }
        return policies;
    }

    @Override
    public Pins pinsAfter(Pins pins) {
        return moves ? pins.movedTo(after) : pins;
    }

    /** The order leaves the same values to the districts and reads the same levels, so that the same changes concern them. */
    @Override
    public boolean keepsAmbient() {
        return before != null
                && delegated(before).equals(delegated(after))
                && levels(before).equals(levels(after));
    }

    private static Set<String> levels(PackPolicy policy) {
        Set<String> levels = new HashSet<>();
        for (FeatureDefinition feature : policy.pack().features().values()) {
            if (feature instanceof FeatureDefinition.PlaceLevel level) {
                levels.add(level.level().series() + "@" + level.level().place());
            }
        }
        return levels;
    }

    @Override
    public Optional<PackPolicy> ranks(List<PackPolicy> policies, Pins pins) {
        return Optional.of(after);
    }

    private static List<String> delegated(PackPolicy policy) {
        return policy.pack().parameters().values().stream()
                .filter(each -> each.setter().isDelegated())
                .map(each -> each.id())
                .sorted()
                .toList();
    }
}
