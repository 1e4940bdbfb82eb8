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
        if (!(subject.bound().pack().episodes().get(subject.episode().kind())
                instanceof EpisodeDefinition.Folded)) {
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
        if (!start.equals(Instant.MIN)) {
            changes.add(start);
        }
        if (!end.equals(Instant.MAX)) {
            changes.add(end);
        }
        for (int i = 0; i + 1 < bounds.size(); i++) {
            // Before the first crossing every age is at its smallest, so any moment of the stretch will do.
            Instant at = i == 0 && bounds.size() > 2 && start.equals(Instant.MIN)
                    ? bounds.get(1).minusSeconds(1)
                    : i == 0 && start.equals(Instant.MIN) ? knowledge : bounds.get(i);
            evaluate(table, features, at, bounds.get(i), bounds.get(i + 1));
        }
    }

    private void evaluate(BoundTable table, Features features, Instant at, Instant from, Instant until) {
        TableInput input = table.table().newInput();
        Map<String, String> shown = new LinkedHashMap<>();
        for (BoundTable.Input each : table.inputs()) {
            features.fill(each, at, input, shown);
        }
        TableResult result = table.table().evaluate(input);
        for (int row : result.matched()) {
            add(table, table.use().definition().rules().get(row), shown, from, until);
        }
        boolean current = !knowledge.isBefore(from) && knowledge.isBefore(until);
        if (current) {
            result.blockedBy().forEach(this::refuse);
        }
    }

    private void add(BoundTable table, Rule rule, Map<String, String> shown, Instant from, Instant until) {
        OutcomeDefinition outcome = Objects.requireNonNull(
                subject.bound().pack().outcomes().get(rule.outcome()), () -> "no outcome " + rule.outcome());
        boolean current = !knowledge.isBefore(from) && knowledge.isBefore(until);
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
        int last = holds.size() - 1;
        if (last >= 0 && continues(holds.get(last), table, rule, from)) {
            Hold before = holds.get(last);
            // The reason shown is that of the present, or of the start when the stretch lies ahead.
            holds.set(last, new Hold(table, outcome, current ? reason : before.reason(), before.from(), until));
        } else {
            holds.add(new Hold(table, outcome, reason, from, until));
            if (!from.equals(Instant.MIN)) {
                changes.add(from);
            }
        }
    }

    private static boolean continues(Hold before, BoundTable table, Rule rule, Instant from) {
        return before.table() == table && before.reason().row().equals(rule.id()) && before.until().equals(from);
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
