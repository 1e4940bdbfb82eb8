package org.bihuan.policy.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.pack.DutyDefinition;
import org.bihuan.policy.pack.Pack;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which a measure is not carried out, although it stands: its lawful end stays where it is.
 *
 * @param measure kind of the measure
 * @param number of the document against which somebody appealed; the end names it again
 * @param from when it was granted
 * @param until when it ends by itself, or was ended
 * @param by who granted it
 * @param reason on which ground
 */
public record Suspension(String measure, String number, Instant from, Instant until, String by, String reason) {
    /** Kind of the fact that grants one. */
    public static final String GRANTED = "measure-suspension";

    /** Kind of the fact that ends it before its time. */
    public static final String ENDED = "suspension-end";

    /** Whether the measure rests at the moment. */
    public boolean isAt(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }

    /**
     * Those that the facts tell of, the earliest first; the facts are those that stand. One that says no moment of its own says
     * nothing: the moment of its recording would make the answer depend on what arrived first.
     */
    public static List<Suspension> of(Collection<Fact> facts) {
        List<Suspension> found = new ArrayList<>();
        for (Fact fact : facts) {
            Instant from = fact.kind().equals(GRANTED) ? fact.moment("suspendedAt") : null;
            String measure = fact.text("measure");
            Instant until = from == null || measure == null ? null : end(fact, from, facts);
            if (from != null && measure != null && until != null && until.isAfter(from)) {
                found.add(new Suspension(
                        measure, word(fact, "number"), from, until, word(fact, "by"), word(fact, "reason")));
            }
        }
        found.sort(Comparator.comparing(Suspension::from)
                .thenComparing(Suspension::until)
                .thenComparing(Suspension::number)
                .thenComparing(Suspension::by)
                .thenComparing(Suspension::reason)
                .thenComparing(Suspension::measure));
        return found;
    }

    /** Kinds of the measures that a duty serves: those that some row demands together with it, and the one that bounds it. */
    public static Set<String> served(Pack pack, String duty) {
        Set<String> served = new TreeSet<>();
        Set<String> keys = new TreeSet<>();
        pack.outcomes().values().stream()
                .filter(outcome -> outcome.duties().contains(duty))
                .forEach(outcome -> keys.addAll(outcome.measures()));
        DutyDefinition definition = pack.duties().get(duty);
        DutyDefinition.Repeat repeat = definition == null ? null : definition.repeat();
        if (repeat != null && repeat.whileMeasure() != null) {
            keys.add(repeat.whileMeasure());
        }
        pack.measures().forEach((key, measure) -> {
            if (keys.contains(key)) {
                served.add(measure.kind());
            }
        });
        return served;
    }

    private static @Nullable Instant end(Fact granted, Instant from, Collection<Fact> facts) {
        Instant until = granted.moment("until");
        for (Fact each : facts) {
            Instant ended = each.kind().equals(ENDED) ? each.moment("endedAt") : null;
            if (ended != null
                    && word(each, "number").equals(word(granted, "number"))
                    && !ended.isBefore(from)
                    && (until == null || ended.isBefore(until))) {
                until = ended;
            }
        }
        return until;
    }

    private static String word(Fact fact, String field) {
        String text = fact.text(field);
        return text == null ? "" : text;
    }
}
