package org.bihuan.app.orders;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bihuan.app.duties.JudgedOnce;
import org.bihuan.app.duties.Previewed;
import org.bihuan.app.duties.Rejudged;
import org.bihuan.app.duties.Rejudging;
import org.bihuan.app.duties.RuleChange;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.jobs.Job;
import org.bihuan.policy.fact.HashId;
import org.bihuan.policy.fact.Signal;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes previews, step by step, on the real population. Thread-safe. */
@Component
class PreviewWork {
    /** Signals go from the larger to the smaller; more steps than there are kinds of subject would be a circle. */
    private static final int MOST_HOPS = 10;

    private final ProposalStore store;
    private final EffectStore effects;
    private final PreviewLevelStore levels;
    private final Changes changes;
    private final Rejudging rejudging;
    private final Concerned people;
    private final Facts facts;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final int step;

    PreviewWork(
            Parts parts, TransactionTemplate transactions, Clock clock, @Value("${bihuan.orders.step:8000}") int step) {
        this.store = parts.store();
        this.effects = parts.effects();
        this.levels = parts.levels();
        this.changes = parts.changes();
        this.rejudging = parts.rejudging();
        this.people = parts.people();
        this.facts = parts.facts();
        this.transactions = transactions;
        this.clock = clock;
        this.step = step;
    }

    /** What previews and sweeps are made with. */
    @Component
    record Parts(
            ProposalStore store,
            EffectStore effects,
            PreviewLevelStore levels,
            Changes changes,
            Rejudging rejudging,
            Concerned people,
            Facts facts) {}

    /** One preview while it runs: judges people of one shape once. */
    final class Run {
        private final UUID id;
        private final JudgedOnce once = new JudgedOnce();
        private final Set<String> kept = new HashSet<>();
        /** By several threads at once. */
        private final Map<SubjectId, List<Signal>> spoken = new ConcurrentHashMap<>();

        private boolean isBegun;

        Run(Proposal proposal) {
            this.id = proposal.id();
        }

        /** The next people. A step done twice writes nothing more. */
        Job.Step next(Job job) {
            Proposal proposal = store.find(id).orElseThrow();
            if (proposal.state() != Proposal.State.PREVIEWING) {
                return new Job.Step(job.cursor(), job.done(), job.total(), true);
            }
            // What was signalled otherwise in the steps before is known to their run only.
            boolean isLost = !isBegun
                    && !job.cursor().isEmpty()
                    && rejudging.speaks(changes.of(proposal), Objects.requireNonNull(proposal.previewedAt()));
            boolean isFirst = job.cursor().isEmpty() || isLost;
            isBegun = true;
            if (isFirst) {
                proposal = begin(proposal);
            }
            RuleChange change = changes.of(proposal);
            Instant at = Objects.requireNonNull(proposal.previewedAt());
            List<SubjectId> subjects = people.next(change, proposal, isFirst ? "" : job.cursor(), step);
            Halves.each(subjects, part -> {
                Previewed previewed = rejudging.preview(change, part, at, once, Map.of());
                spoken.putAll(previewed.spoken());
                List<Rejudged> changed = previewed.people().stream()
                        .filter(each -> each.difference().isChange())
                        .toList();
                transactions.executeWithoutResult(status -> effects.add(EffectStore.Table.EFFECT, id, changed));
            });
            keepLevels(proposal);
            long done = (isFirst ? 0 : job.done()) + subjects.size();
            if (subjects.size() < step) {
                hear(change, at);
                keepLevels(proposal);
                end(proposal, done);
                return new Job.Step(job.cursor(), done, done, true);
            }
            return new Job.Step(subjects.getLast().toString(), done, null, false);
        }

        /** Whoever hears what would be signalled otherwise is judged again with it, from one to the next. */
        private void hear(RuleChange change, Instant at) {
            Set<SubjectId> speaking = Set.copyOf(spoken.keySet());
            for (int hop = 0; hop < MOST_HOPS && !speaking.isEmpty(); hop++) {
                List<SubjectId> hearers = rejudging.hearers(change, speaking, at);
                Map<SubjectId, List<Signal>> known = Map.copyOf(spoken);
                Set<SubjectId> said = ConcurrentHashMap.newKeySet();
                for (int i = 0; i < hearers.size(); i += step) {
                    List<SubjectId> some = hearers.subList(i, Math.min(hearers.size(), i + step));
                    Halves.each(some, part -> {
                        Previewed previewed = rejudging.preview(change, part, at, once, known);
                        transactions.executeWithoutResult(status -> effects.replace(id, previewed.people()));
                        previewed.spoken().forEach((subject, signals) -> {
                            if (!signals.equals(spoken.put(subject, signals))) {
                                said.add(subject);
                            }
                        });
                    });
                }
                speaking = said;
            }
        }

        /** Before the step counts as done, so that none is lost by a kill. */
        private void keepLevels(Proposal proposal) {
            Set<String> fresh = new HashSet<>(once.levels());
            fresh.removeAll(kept);
            if (proposal.kind() != Proposal.Kind.LISTS && !fresh.isEmpty()) {
                transactions.executeWithoutResult(status -> levels.add(id, fresh));
                kept.addAll(fresh);
            }
        }

        private Proposal begin(Proposal proposal) {
            Instant now = clock.instant();
            Instant from = proposal.takesEffectAt().isAfter(now) ? proposal.takesEffectAt() : now;
            transactions.executeWithoutResult(status -> {
                effects.clear(id);
                levels.begin(id);
                store.previewBegins(id, from, facts.highWaterMark(), changes.rulesMark(proposal, now));
            });
            return store.find(id).orElseThrow();
        }

        private void end(Proposal proposal, long people) {
            EffectStore.Count count = Objects.requireNonNull(transactions.execute(status -> effects.count(id)));
            String hash = HashId.of(
                            "preview",
                            id.toString(),
                            proposal.hash(),
                            proposal.settings(),
                            String.valueOf(proposal.rulesMark()),
                            Long.toString(proposal.factsMark()),
                            String.valueOf(proposal.previewedAt()),
                            count.toString())
                    .toString();
            transactions.executeWithoutResult(status -> {
                store.previewed(id, hash, people, count.changed(), count.further());
                if (proposal.kind() == Proposal.Kind.LISTS && count.changed() == 0) {
                    String note = "不影响任何人，无须批准 / nobody is affected, so there is nothing to approve";
                    store.move(id, Proposal.State.PREVIEWED, Proposal.State.APPROVED, note, clock.instant());
                }
            });
        }
    }

    /** A run of the proposal's preview. */
    Run run(Proposal proposal) {
        return new Run(proposal);
    }
}
