package org.bihuan.policy.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.pack.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * What a change of the rules does to one subject: two decisions for one moment, made by different versions or values,
 * side by side. Versions and sentences are left out; who is only told another clause is not changed.
 *
 * @param from measures in force or ahead before
 * @param to the same after
 * @param dutiesAdded how many duties of which kind come, those met or waived left out
 * @param dutiesWithdrawn how many go
 * @param dutiesMoved how many stay with another time
 * @param restrictsFurther whether at any moment a stricter measure holds on some axis than before
 * @param isEqual whether nothing at all differs, refusals and signals included
 * @param division where the subject is, null while nobody knows
 */
public record Difference(
        List<Stay> from,
        List<Stay> to,
        SortedMap<String, Integer> dutiesAdded,
        SortedMap<String, Integer> dutiesWithdrawn,
        int dutiesMoved,
        boolean restrictsFurther,
        boolean isEqual,
        @Nullable DivisionCode division) {
    public Difference {
        from = List.copyOf(from);
        to = List.copyOf(to);
        dutiesAdded = Collections.unmodifiableSortedMap(new TreeMap<>(dutiesAdded));
        dutiesWithdrawn = Collections.unmodifiableSortedMap(new TreeMap<>(dutiesWithdrawn));
    }

    /** Nothing differs, where nobody judges. */
    public static final Difference NONE = new Difference(
            List.of(), List.of(), Collections.emptySortedMap(), Collections.emptySortedMap(), 0, false, true, null);

    /** Compares two decisions made for the same moment; the ranks of measures are those of the newer vocabulary. */
    public static Difference of(Decision before, Decision after, Vocabulary vocabulary) {
        Map<UUID, Duty> old = open(before);
        Map<UUID, Duty> fresh = open(after);
        SortedMap<String, Integer> added = new TreeMap<>();
        SortedMap<String, Integer> withdrawn = new TreeMap<>();
        int moved = 0;
        for (Duty duty : fresh.values()) {
            Duty known = old.get(duty.id());
            if (known == null) {
                added.merge(duty.kind(), 1, Integer::sum);
            } else if (!known.opensAt().equals(duty.opensAt()) || !known.dueAt().equals(duty.dueAt())) {
                moved++;
            }
        }
        for (Duty duty : old.values()) {
            if (!fresh.containsKey(duty.id())) {
                withdrawn.merge(duty.kind(), 1, Integer::sum);
            }
        }
        List<Stay> from = stays(before);
        List<Stay> to = stays(after);
        boolean equal =
                from.equals(to) && added.isEmpty() && withdrawn.isEmpty() && moved == 0 && sameOtherwise(before, after);
        return new Difference(
                from,
                to,
                added,
                withdrawn,
                moved,
                !from.equals(to)
                        && (isLonger(from, to, vocabulary, before.decidedAt())
                                || restrictsFurther(before, after, vocabulary)),
                equal,
                division(before, after));
    }

    /** Whether people see a change: of measures or of what is owed. */
    public boolean isChange() {
        return !from.equals(to) || !dutiesAdded.isEmpty() || !dutiesWithdrawn.isEmpty() || dutiesMoved > 0;
    }

    private static List<Stay> stays(Decision decision) {
        return decision.measures().stream().map(Stay::of).toList();
    }

    private static Map<UUID, Duty> open(Decision decision) {
        Map<UUID, Duty> open = new HashMap<>();
        for (Duty duty : decision.duties()) {
            Duty.State state = duty.stateAt(decision.decidedAt());
            if (state != Duty.State.MET && state != Duty.State.WAIVED) {
                open.put(duty.id(), duty);
            }
        }
        return open;
    }

    private static boolean sameOtherwise(Decision before, Decision after) {
        return Objects.equals(before.now().release(), after.now().release())
                && Objects.equals(before.nextChangeAt(), after.nextChangeAt())
                && new HashSet<>(before.refusals()).equals(new HashSet<>(after.refusals()))
                && new HashSet<>(before.signals()).equals(new HashSet<>(after.signals()))
                && outcomes(before).equals(outcomes(after))
                && content(before).equals(content(after));
    }

    private static Set<String> outcomes(Decision decision) {
        Set<String> outcomes = new HashSet<>();
        for (Reason reason : decision.reasons()) {
            outcomes.add(reason.table() + "/" + reason.outcome());
        }
        return outcomes;
    }

    /** All that is said of measures and duties, without the version that says it. */
    private static Set<String> content(Decision decision) {
        Set<String> content = new HashSet<>();
        for (Measure each : decision.measures()) {
            content.add(each.kind() + each.from() + each.until() + each.overdueSince() + each.clauses());
        }
        for (Duty each : decision.duties()) {
            content.add(withoutVersion(each));
        }
        return content;
    }

    /** A duty's text without the version of the order that demands it. */
    public static String withoutVersion(Duty duty) {
        return duty.toString().replace(duty.pack().toString(), duty.pack().id());
    }

    /** Whether a measure has no measure as strict before it that began as early and lawfully lasts as long. */
    private static boolean isLonger(List<Stay> from, List<Stay> to, Vocabulary vocabulary, Instant now) {
        for (Stay fresh : to) {
            if (fresh.restricts() && from.stream().noneMatch(old -> covers(old, fresh, vocabulary, now))) {
                return true;
            }
        }
        return false;
    }

    private static boolean covers(Stay old, Stay fresh, Vocabulary vocabulary, Instant now) {
        Instant end = old.until();
        Instant until = fresh.until();
        return old.axis().equals(fresh.axis())
                && rank(old.kind(), vocabulary) >= rank(fresh.kind(), vocabulary)
                && (!old.from().isAfter(fresh.from()) || !old.from().isAfter(now))
                && (end == null || until != null && !until.isAfter(end));
    }

    private static boolean restrictsFurther(Decision before, Decision after, Vocabulary vocabulary) {
        TreeSet<Instant> bounds = new TreeSet<>();
        before.segments().forEach(segment -> bounds.add(segment.from()));
        after.segments().forEach(segment -> bounds.add(segment.from()));
        for (Instant bound : bounds) {
            Map<String, Integer> ranks = new HashMap<>();
            for (Measure measure : before.at(bound).measures()) {
                ranks.put(measure.axis(), rank(measure.kind(), vocabulary));
            }
            for (Measure measure : after.at(bound).measures()) {
                if (measure.restricts()
                        && rank(measure.kind(), vocabulary) > ranks.getOrDefault(measure.axis(), Integer.MIN_VALUE)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int rank(String name, Vocabulary vocabulary) {
        Vocabulary.MeasureKind kind = vocabulary.measures().get(name);
        return kind == null ? 0 : kind.rank();
    }

    private static @Nullable DivisionCode division(Decision before, Decision after) {
        List<Duty> duties = new ArrayList<>(after.duties());
        duties.addAll(before.duties());
        for (Duty duty : duties) {
            if (duty.division() != null) {
                return duty.division();
            }
        }
        return after.division() != null ? after.division() : before.division();
    }
}
