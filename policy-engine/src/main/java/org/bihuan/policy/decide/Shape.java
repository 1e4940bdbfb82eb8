package org.bihuan.policy.decide;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;

/**
 * All that a decision depends on but who it is about: subjects of equal shape are judged alike, so one of them may be
 * judged for all. A text, since two shapes must never be taken for one.
 *
 * <p>Where the order of ids could decide (two statements of one kind that say different things of the same moment or
 * carry the same weight, a merged subject, a pin of something that is no fact of its own) there is no shape.
 */
public final class Shape {
    private Shape() {}

    /** The shape of a dossier under its pins, empty when it has none and must be judged by itself. */
    public static Optional<String> of(Dossier dossier, Pins pins) {
        if (dossier.aliases().size() != 1) {
            return Optional.empty();
        }
        Map<UUID, List<PackPolicy>> pinned = new HashMap<>(pins.byEpisode());
        List<StandingFact> standing = Corrections.standing(dossier.facts());
        List<String> parts = new ArrayList<>();
        Map<String, String> weights = new HashMap<>();
        for (StandingFact each : standing) {
            String said = said(each.fact(), dossier.subject());
            if (isTie(each.fact(), said, weights)) {
                return Optional.empty();
            }
            parts.add(said + under(pinned.remove(each.root().value())));
        }
        if (!pinned.isEmpty()) {
            return Optional.empty();
        }
        Collections.sort(parts);
        dossier.signals().stream().map(Object::toString).sorted().forEach(parts::add);
        return Optional.of(dossier.subject().type() + "\n" + String.join("\n", parts));
    }

    /** Whether another statement of the kind says something else with the same weight or of the same moment. */
    private static boolean isTie(Fact fact, String said, Map<String, String> weights) {
        Set<String> keys = new HashSet<>();
        keys.add(fact.kind() + " said " + fact.trust() + " " + fact.statedAt() + " " + fact.order());
        keys.add(fact.kind() + " occurred " + fact.occurredAt());
        fact.fields().forEach((name, value) -> {
            if (value instanceof FieldValue.Moment || value instanceof FieldValue.Day) {
                keys.add(fact.kind() + " " + name + " " + value);
            }
        });
        for (String key : keys) {
            String other = weights.putIfAbsent(key, said);
            if (other != null && !other.equals(said)) {
                return true;
            }
        }
        return false;
    }

    private static String said(Fact fact, SubjectId self) {
        StringBuilder text = new StringBuilder(200);
        text.append(fact.kind())
                .append('|')
                .append(fact.occurredAt())
                .append('|')
                .append(fact.statedAt());
        text.append('|')
                .append(fact.order())
                .append('|')
                .append(fact.trust())
                .append('|')
                .append(fact.division());
        for (FactSubject each : fact.subjects()) {
            text.append('|').append(each.role()).append('=');
            text.append(each.subject().equals(self) ? "self" : each.subject().toString());
        }
        new TreeMap<>(fact.fields())
                .forEach((name, value) ->
                        text.append('|').append(name).append('=').append(escaped(value)));
        return text.toString();
    }

    /** A text may hold anything, also what separates the parts. */
    private static String escaped(FieldValue value) {
        String text = value.toString();
        return text.length() + ":" + text;
    }

    private static String under(@org.jspecify.annotations.Nullable List<PackPolicy> policies) {
        if (policies == null) {
            return "";
        }
        List<String> names = new ArrayList<>();
        policies.forEach(policy -> names.add(policy.pack().id() + "@" + policy.name()));
        Collections.sort(names);
        return " under " + names;
    }
}
