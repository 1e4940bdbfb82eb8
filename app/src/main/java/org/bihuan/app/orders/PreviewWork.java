package org.bihuan.app.orders;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.duties.JudgedOnce;
import org.bihuan.app.duties.Rejudged;
import org.bihuan.app.duties.Rejudging;
import org.bihuan.app.duties.RuleChange;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.jobs.Job;
import org.bihuan.policy.fact.HashId;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes previews, step by step, on the real population. Thread-safe. */
@Component
class PreviewWork {
    private final ProposalStore store;
    private final EffectStore effects;
    private final PreviewLevels levels;
    private final Changes changes;
    private final Rejudging rejudging;
    private final Concerned people;
    private final Facts facts;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final int step;

    PreviewWork(
            Parts parts, TransactionTemplate transactions, Clock clock, @Value("${bihuan.orders.step:4000}") int step) {
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
            PreviewLevels levels,
            Changes changes,
            Rejudging rejudging,
            Concerned people,
            Facts facts) {}

    /** One preview while it runs: judges people of one shape once. */
    final class Run {
        private final UUID id;
        private final JudgedOnce once = new JudgedOnce();
        private final Set<String> kept = new HashSet<>();

        Run(Proposal proposal) {
            this.id = proposal.id();
        }

        /** The next people. A step done twice writes nothing more. */
        Job.Step next(Job job) {
            Proposal proposal = store.find(id).orElseThrow();
            if (proposal.state() != Proposal.State.PREVIEWING) {
                return new Job.Step(job.cursor(), job.done(), job.total(), true);
            }
            if (job.cursor().isEmpty()) {
                proposal = begin(proposal);
            }
            RuleChange change = changes.of(proposal);
            Instant at = Objects.requireNonNull(proposal.previewedAt());
            List<SubjectId> subjects = people.next(change, proposal, job.cursor(), step);
            Halves.each(subjects, part -> {
                List<Rejudged> changed = rejudging.preview(change, part, at, once).stream()
                        .filter(each -> each.difference().isChange())
                        .toList();
                transactions.executeWithoutResult(status -> effects.add(EffectStore.Table.EFFECT, id, changed));
            });
            keepLevels(proposal);
            long done = job.done() + subjects.size();
            if (subjects.size() < step) {
                end(proposal, done);
                return new Job.Step(job.cursor(), done, done, true);
            }
            return new Job.Step(subjects.getLast().toString(), done, null, false);
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
