package org.bihuan.policy.decide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.bihuan.policy.pack.EpisodeDefinition;
import org.bihuan.policy.pack.OutcomeDefinition;
import org.bihuan.policy.pack.ParameterDefinition;
import org.bihuan.policy.pack.Wording;
import org.bihuan.policy.table.Rule;
import org.bihuan.policy.table.TableInput;
import org.bihuan.policy.table.TableResult;

/**
 * Evaluates the tables of a case over all of time with what is known at one moment. Between two crossings nothing a
 * table looks at changes, so one evaluation stands for the whole stretch.
 */
final class Holds {
    private final Case subject;
    private final Instant knowledge;
    private final List<Hold> holds = new ArrayList<>();
    private final Set<Refusal> refusals = new LinkedHashSet<>();
    private final TreeSet<Instant> changes = new TreeSet<>();

    private Holds(Case subject, Instant knowledge) {
        this.subject = subject;
        this.knowledge = knowledge;
    }

    static Holds of(Case subject, Instant knowledge) {
        Holds result = new Holds(subject, knowledge);
        for (BoundTable table : subject.bound().tables(subject.episode().kind())) {
            result.evaluate(table);
        }
        return result;
    }

    /** Stretches in the order of tables and time. */
    List<Hold> list() {
        return holds;
    }

    /** What could not be decided at the moment of knowledge. */
    Set<Refusal> refusals() {
        return refusals;
    }

    /** Moments at which some table's answer changes by time alone. */
    TreeSet<Instant> changes() {
        return changes;
    }

    private void evaluate(BoundTable table) {
        Features features = new Features(subject, knowledge);
        TreeSet<Instant> crossings = new TreeSet<>();
        for (BoundTable.Input input : table.inputs()) {
            features.addCrossings(table, input, crossings);
        }
        Instant start = Instant.MIN;
        Instant end = Instant.MAX;
        if (!(subject.bound().pack().episodes().get(subject.episode().kind()) instanceof EpisodeDefinition.Folded)) {
            Instant anchor = subject.episode().anchor();
            Instant until = subject.episode().until();
            start = anchor == null ? start : anchor;
            end = until == null ? end : until;
        }
        List<Instant> bounds = new ArrayList<>();
        bounds.add(start);
        for (Instant crossing : crossings) {
            if (crossing.isAfter(start) && crossing.isBefore(end)) {
                bounds.add(crossing);
            }
        }
        bounds.add(end);
        int before = holds.size();
        Set<String> blocked = null;
        for (int i = 0; i + 1 < bounds.size(); i++) {
            Set<String> blockedNow = evaluate(table, features, bounds.get(i), bounds.get(i + 1));
            if (!blockedNow.equals(blocked)) {
                addChange(bounds.get(i));
            }
            blocked = blockedNow;
        }
        addChange(end);
        for (Hold hold : holds.subList(before, holds.size())) {
            addChange(hold.from());
            addChange(hold.until());
        }
    }

    private void addChange(Instant at) {
        if (!at.equals(Instant.MIN) && !at.equals(Instant.MAX)) {
            changes.add(at);
        }
    }

    /** Nothing changes within a stretch, so any moment of it will do; people are shown the present where they can be. */
    private Instant moment(Instant from, Instant until) {
        if (isNow(from, until)) {
            return knowledge;
        }
        return from.equals(Instant.MIN) ? until.minusSeconds(1) : from;
    }

    private boolean isNow(Instant from, Instant until) {
        return !knowledge.isBefore(from) && knowledge.isBefore(until);
    }

    /** Adds the answers of the stretch; gives back the parameters without which there was none. */
    private Set<String> evaluate(BoundTable table, Features features, Instant from, Instant until) {
        Instant at = moment(from, until);
        TableInput input = table.table().newInput();
        Map<String, String> shown = new LinkedHashMap<>();
        for (BoundTable.Input each : table.inputs()) {
            features.fill(each, at, input, shown);
        }
        TableResult result = table.table().evaluate(input);
        for (int row : result.matched()) {
            add(table, table.use().definition().rules().get(row), shown, from, until);
        }
        if (isNow(from, until)) {
            result.blockedBy().forEach(this::refuse);
        }
        return Set.copyOf(result.blockedBy());
    }

    private void add(BoundTable table, Rule rule, Map<String, String> shown, Instant from, Instant until) {
        OutcomeDefinition outcome = Objects.requireNonNull(
                subject.bound().pack().outcomes().get(rule.outcome()), () -> "no outcome " + rule.outcome());
        boolean current = isNow(from, until);
        OutcomeDefinition.FieldRefusal refusal = outcome.refusal();
        if (refusal != null && current) {
            refusals.add(new Refusal(null, refusal.field(), null, refusal.wording(), rule.clauses()));
        }
        Reason reason = new Reason(
                subject.bound().pack().reference(),
                table.use().key(),
                rule.id(),
                union(rule.clauses(), table.use().clauses()),
                shown,
                outcome.name(),
                outcome.wording());
        for (int i = holds.size() - 1; i >= 0; i--) {
            Hold before = holds.get(i);
            if (continues(before, table, rule, from)) {
                // The reason shown is that of the present, or of the start when the stretch lies ahead.
                holds.set(i, new Hold(table, outcome, current ? reason : before.reason(), before.from(), until));
                return;
            }
        }
        holds.add(new Hold(table, outcome, reason, from, until));
    }

    private static boolean continues(Hold before, BoundTable table, Rule rule, Instant from) {
        return before.table() == table
                && before.reason().row().equals(rule.id())
                && before.until().equals(from);
    }

    private void refuse(String name) {
        String parameter = name.replace('_', '-');
        refusals.add(unset(subject, parameter));
    }

    /** The refusal that says a parameter has no value where the case needs one. */
    static Refusal unset(Case subject, String parameter) {
        ParameterDefinition definition = subject.bound().definition(parameter);
        return new Refusal(
                parameter,
                null,
                subject.bound().division(),
                new Wording(
                        "参数未设定：" + parameter + "（" + definition.wording().zh() + "）",
                        "the parameter " + parameter + " has no value ("
                                + definition.wording().en() + ")"),
                definition.clauses());
    }

    static List<String> union(List<String> first, List<String> second) {
        Set<String> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
