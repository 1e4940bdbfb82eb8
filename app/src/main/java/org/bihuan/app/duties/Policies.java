package org.bihuan.app.duties;

import java.time.Instant;
import java.util.List;
import org.bihuan.app.risk.Editions;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.decide.PackPolicy;
import org.bihuan.policy.level.KnownLevels;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The policies that judge, with the risk lists they judge by: new episodes by the latest edition, others by the one that
 * they are pinned to, or a later one that has been carried through. Thread-safe.
 */
@Component
class Policies {
    private final Rules rules;
    private final Editions editions;
    private final CarriedStore carried;

    Policies(Rules rules, Editions editions, CarriedStore carried) {
        this.rules = rules;
        this.editions = editions;
        this.carried = carried;
    }

    /** Keeps the rules, and who has been carried to which edition, until the end of the transaction. */
    void hold() {
        rules.hold();
    }

    /** Waits until nobody is judged any more, and keeps it so until the end of the transaction. */
    void holdAlone() {
        rules.holdAlone();
    }

    /** When the next order comes into force or ends after the moment, null for never. */
    @Nullable Instant turn(Instant now) {
        return rules.turn(now);
    }

    /** Those that judge new episodes. */
    List<PackPolicy> current(Instant now) {
        return with(rules.current(now), latest());
    }

    /** The latest edition of the lists. */
    KnownLevels latest() {
        return editions.known(editions.latest());
    }

    static List<PackPolicy> with(List<PackPolicy> policies, KnownLevels levels) {
        return policies.stream().map(each -> each.withLevels(levels)).toList();
    }

    /** The last edition that has been carried through to everybody, 0 for none. */
    long carried() {
        return carried.last();
    }

    /** The version and values an episode is pinned to, with an edition of the lists. */
    PackPolicy pinned(String hash, String settingsVersion, long lists) {
        return rules.pinned(hash, settingsVersion).withLevels(editions.known(lists));
    }
}
