package org.bihuan.app.duties;

import java.util.ArrayList;
import java.util.List;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.decide.Pins;
import org.bihuan.policy.pack.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * A change of one order: a new version in the place of the one before, or the values in force now in the place of those
 * that episodes were judged by.
 *
 * @param before what judged new episodes until now, null when the order is new; for a re-judgement the same as after
 * @param after what is to judge them
 * @param moves whether episodes judged already move to it: what their pins say then no longer counts
 */
public record RuleChange(@Nullable PackPolicy before, PackPolicy after, boolean moves) {
    /** A new version takes the place of another; whom it moves is for its own transition to say. */
    public static RuleChange of(@Nullable PackPolicy before, PackPolicy after) {
        return new RuleChange(before, after, after.pack().manifest().transition() == Manifest.Transition.RECOMPUTE);
    }

    /** Episodes judged by older versions or values move to those in force. */
    public static RuleChange rejudgement(PackPolicy inForce) {
        return new RuleChange(inForce, inForce, true);
    }

    String order() {
        return after.pack().id();
    }

    /** The policies before, made from those in force now. */
    List<PackPolicy> before(List<PackPolicy> inForce) {
        return with(inForce, before);
    }

    /** The policies after, made from those in force now. */
    List<PackPolicy> after(List<PackPolicy> inForce) {
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

    /** What an episode is pinned to after the change. */
    Pins pinsAfter(Pins pins) {
        return moves ? pins.without(order()) : pins;
    }

    /**
     * Whether people on whom it makes no difference may keep all that is stored of them: the order leaves the same values
     * to the districts, so that the same changes concern them.
     */
    boolean keepsAmbient() {
        return before != null && delegated(before).equals(delegated(after));
    }

    private static List<String> delegated(PackPolicy policy) {
        return policy.pack().parameters().values().stream()
                .filter(each -> each.setter().isDelegated())
                .map(each -> each.id())
                .sorted()
                .toList();
    }
}
