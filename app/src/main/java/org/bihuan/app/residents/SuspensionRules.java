package org.bihuan.app.residents;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bihuan.policy.pack.Wording;

/**
 * On which grounds the execution of a measure may be suspended while it is contested, by whom and for how long at most.
 *
 * @param wording what the law says of it, for the resident
 * @param longest after which it ends by itself
 */
record SuspensionRules(Wording wording, Duration longest, Map<String, Ground> grounds) {
    /** Who may grant it. */
    enum Granter {
        /** Who may answer the appeal. */
        ANSWERER,
        /** Who had the notice issued. */
        ISSUER
    }

    /** @param asked whether it takes that the resident asked for it */
    record Ground(Wording wording, Set<Granter> by, boolean asked) {
        boolean fits(Granter granter, Appeal appeal) {
            return by.contains(granter) && (!asked || appeal.asksSuspension());
        }
    }

    static SuspensionRules of(Map<?, ?> part) {
        Map<String, Ground> grounds = new LinkedHashMap<>();
        AppealRules.part(part, "grounds").forEach((key, value) -> {
            Map<?, ?> row = (Map<?, ?>) value;
            Set<Granter> by = new LinkedHashSet<>();
            if (row.get("by") instanceof List<?> words) {
                words.forEach(word -> by.add(Granter.valueOf(word.toString().toUpperCase(Locale.ROOT))));
            }
            if (by.isEmpty()) {
                throw new IllegalArgumentException("suspension." + key + ".by is missing: answerer or issuer");
            }
            grounds.put(
                    key.toString(),
                    new Ground(AppealRules.wording(row), Set.copyOf(by), Boolean.TRUE.equals(row.get("asked"))));
        });
        return new SuspensionRules(
                AppealRules.wording(part), Duration.ofHours(AppealRules.number(part, "longestHours")), grounds);
    }

    /** The grounds on which somebody may grant it. */
    Map<String, Ground> grounds(Granter granter, Appeal appeal) {
        Map<String, Ground> open = new LinkedHashMap<>();
        grounds.forEach((key, ground) -> {
            if (ground.fits(granter, appeal)) {
                open.put(key, ground);
            }
        });
        return open;
    }

    /** When one granted now ends at the latest. */
    Instant latest(Instant now) {
        return now.plus(longest);
    }
}
