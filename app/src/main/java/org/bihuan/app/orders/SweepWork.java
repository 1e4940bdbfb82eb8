package org.bihuan.app.orders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.app.duties.JudgedOnce;
import org.bihuan.app.duties.ListChanges;
import org.bihuan.app.duties.Rejudging;
import org.bihuan.app.duties.RuleChange;
import org.bihuan.app.jobs.Job;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries an approved change through to everybody whom it concerns, step by step. What is written of one part of a step
 * (pins, decisions, duties, the line of the result file) is written in one transaction; killed at any moment it goes on
 * at the last step, and what is done twice changes nothing. Thread-safe.
 */
@Component
class SweepWork {
    /** For so long one moment stands for the present, so that people of one shape are judged once. */
    private static final Duration MOMENT = Duration.ofMinutes(2);

    private final ProposalStore store;
    private final EffectStore effects;
    private final Changes changes;
    private final Rejudging rejudging;
    private final Concerned people;
    private final ListChanges lists;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final int step;

    SweepWork(
            PreviewWork.Parts parts,
            ListChanges lists,
            TransactionTemplate transactions,
            Clock clock,
            @Value("${bihuan.orders.step:8000}") int step) {
        this.store = parts.store();
        this.effects = parts.effects();
        this.changes = parts.changes();
        this.rejudging = parts.rejudging();
        this.people = parts.people();
        this.lists = lists;
        this.transactions = transactions;
        this.clock = clock;
        this.step = step;
    }

    /** One sweep while it runs. */
    final class Run {
        private final UUID id;
        private JudgedOnce once = new JudgedOnce();
        private Instant moment = Instant.MIN;
        private String rulesMark = "";

        Run(Proposal proposal) {
            this.id = proposal.id();
        }

        Job.Step next(Job job) {
            Proposal proposal = store.find(id).orElseThrow();
            if (proposal.state() != Proposal.State.SWEEPING) {
                throw new Stopped();
            }
            Instant now = clock.instant();
            String rules = changes.rulesMark(proposal, now) + changes.listsMark();
            if (moment.isBefore(now.minus(MOMENT)) || moment.isAfter(now) || !rules.equals(rulesMark)) {
                rulesMark = rules;
                moment = now;
                once = new JudgedOnce();
            }
            RuleChange change = changes.of(proposal);
            List<SubjectId> subjects = people.next(change, proposal, job.cursor(), step);
            apply(change, subjects);
            long done = job.done() + subjects.size();
            boolean last = subjects.size() < step;
            if (last) {
                List<SubjectId> left = left(proposal, now);
                if (!left.isEmpty()) {
                    apply(change, left);
                    return new Job.Step(job.cursor(), done + left.size(), proposal.people(), false);
                }
                store.move(id, Proposal.State.SWEEPING, Proposal.State.DONE, "", clock.instant());
            }
            return new Job.Step(last ? job.cursor() : subjects.getLast().toString(), done, proposal.people(), last);
        }

        private void apply(RuleChange change, List<SubjectId> subjects) {
            Instant at = moment;
            JudgedOnce judged = once;
            Halves.each(
                    subjects,
                    part -> transactions.executeWithoutResult(status ->
                            effects.add(EffectStore.Table.RESULT, id, rejudging.apply(change, id, part, at, judged))));
        }

        /** Who came to read a changed level behind the cursor; when nobody has, the lists count for everybody. */
        private List<SubjectId> left(Proposal proposal, Instant now) {
            return proposal.kind() == Proposal.Kind.LISTS ? lists.carry(proposal.edition(), id, now) : List.of();
        }
    }

    /** Somebody stopped the sweep between two steps. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stopped() {
            super("stopped", null, false, false);
        }
    }

    Run run(Proposal proposal) {
        return new Run(proposal);
    }
}
