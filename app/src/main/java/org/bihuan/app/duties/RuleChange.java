package org.bihuan.app.duties;

import java.util.List;
import java.util.Optional;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.decide.Pins;
import org.bihuan.policy.level.KnownLevels;
import org.bihuan.policy.pack.Manifest;
import org.jspecify.annotations.Nullable;

/** A change of what people are judged by: of one order, or of the risk lists. */
public sealed interface RuleChange permits OrderChange, RuleChange.OfLists {
    /** A new version takes the place of another; whom it moves is for its own transition to say. */
    static OrderChange of(@Nullable PackPolicy before, PackPolicy after) {
        return new OrderChange(before, after, after.pack().manifest().transition() == Manifest.Transition.RECOMPUTE);
    }

    /** Episodes judged by older versions or values move to those in force. */
    static OrderChange rejudgement(PackPolicy inForce) {
        return new OrderChange(inForce, inForce, true);
    }

    /** The policies before, made from those in force now. */
    List<PackPolicy> before(List<PackPolicy> inForce);

    /** The policies after, made from those in force now. */
    List<PackPolicy> after(List<PackPolicy> inForce);

    /** What episodes are pinned to after the change. */
    Pins pinsAfter(Pins pins);

    /** Whether people on whom it makes no difference may keep all that is stored of them. */
    boolean keepsAmbient();

    /** Whose vocabulary ranks the measures: the order that changes, or any; empty when there is no order at all. */
    Optional<PackPolicy> ranks(List<PackPolicy> after, Pins pins);

    /** Episodes move to an edition of the risk lists; new ones are judged by the latest in any case. */
    record OfLists(KnownLevels edition) implements RuleChange {
        @Override
        public List<PackPolicy> before(List<PackPolicy> inForce) {
            return inForce;
        }

        @Override
        public List<PackPolicy> after(List<PackPolicy> inForce) {
            return inForce;
        }

        @Override
        public Pins pinsAfter(Pins pins) {
            return pins.movedTo(edition);
        }

        @Override
        public boolean keepsAmbient() {
            return true;
        }

        @Override
        public Optional<PackPolicy> ranks(List<PackPolicy> after, Pins pins) {
            return after.stream().findFirst().or(pins::findAny);
        }
    }
}
