package org.bihuan.policy.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.Corrections;
import org.bihuan.policy.fact.Dossier;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.FieldValue;
import org.bihuan.policy.fact.StandingFact;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;

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
        Map<UUID, List<PackPolicy>> pinned = pins.byEpisode();
        List<StandingFact> standing = Corrections.standing(dossier.facts());
        List<String> parts = new ArrayList<>();
        Map<String, String> weights = new HashMap<>();
        for (StandingFact each : standing) {
            String said = said(each.fact(), dossier.subject());
            if (!isOnly(each, standing) && isTie(each.fact(), said, weights)) {
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

    /** Whether nothing else of its kind is said, so that nothing can weigh as much. */
    private static boolean isOnly(StandingFact fact, List<StandingFact> all) {
        for (StandingFact each : all) {
            if (each != fact && each.fact().kind().equals(fact.fact().kind())) {
                return false;
            }
        }
        return true;
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
        StringBuilder text = new StringBuilder(300);
        text.append(fact.kind()).append('|');
        moment(text, fact.occurredAt());
        moment(text, fact.statedAt());
        text.append(fact.order()).append('|').append(fact.trust()).append('|');
        DivisionCode division = fact.division();
        text.append(division == null ? 0 : division.value());
        for (FactSubject each : fact.subjects()) {
            text.append('|').append(each.role()).append('=');
            if (each.subject().equals(self)) {
                text.append("self");
            } else {
                text.append(each.subject().type()).append(':');
                sized(text, each.subject().id());
            }
        }
        String[] names = fact.fields().keySet().toArray(String[]::new);
        Arrays.sort(names);
        for (String name : names) {
            text.append('|').append(name).append('=');
            value(text, Objects.requireNonNull(fact.fields().get(name)));
        }
        return text.toString();
    }

    /** Written as numbers: people do not read it, and a million are written for one preview. */
    private static void moment(StringBuilder text, Instant moment) {
        text.append(moment.getEpochSecond())
                .append('.')
                .append(moment.getNano())
                .append('|');
    }

    /** With its type and, where it may hold anything, also what separates the parts, with its length. */
    private static void value(StringBuilder text, FieldValue value) {
        switch (value) {
            case FieldValue.Moment moment -> moment(text.append('m'), moment.value());
            case FieldValue.Place place -> text.append('p').append(place.value().value());
            case FieldValue.Day day -> text.append('d').append(day.value().toEpochDay());
            case FieldValue.Amount amount -> text.append('n').append(amount.value());
            case FieldValue.Text own -> sized(text.append('t'), own.value());
        }
    }

    private static void sized(StringBuilder text, String value) {
        text.append(value.length()).append(':').append(value);
    }

    private static String under(@Nullable List<PackPolicy> policies) {
        if (policies == null) {
            return "";
        }
        List<String> names = new ArrayList<>();
        policies.forEach(policy -> names.add(policy.pack().id() + "@" + policy.name()));
        Collections.sort(names);
        return " under " + names;
    }
}
