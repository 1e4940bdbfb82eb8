package org.bihuan.app.orders;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.bihuan.app.jobs.Job;
import org.bihuan.app.jobs.Jobs;
import org.bihuan.policy.format.PackFormatException;
import org.springframework.stereotype.Component;

/** What the machine has to do about changes of orders. Thread-safe as long as one thread runs it. */
@Component
class OrdersWork {
    private final ProposalStore proposals;
    private final PreviewWork previews;
    private final SweepWork sweeps;
    private final ListProposals lists;
    private final Orders orders;
    private final PlannedValues values;
    private final Jobs jobs;
    private final Clock clock;

    OrdersWork(
            ProposalStore proposals,
            Runs runs,
            ListProposals lists,
            Orders orders,
            PlannedValues values,
            Jobs jobs,
            Clock clock) {
        this.proposals = proposals;
        this.previews = runs.previews();
        this.sweeps = runs.sweeps();
        this.lists = lists;
        this.orders = orders;
        this.values = values;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** What runs step by step. */
    @Component
    record Runs(PreviewWork previews, SweepWork sweeps) {}

    /** Does all there is to do now. */
    void run() {
        Instant now = clock.instant();
        values.begin(now);
        lists.consider(now);
        for (Proposal each : proposals.toDo(now)) {
            switch (each.state()) {
                case PREVIEWING -> preview(each);
                case APPROVED -> begin(each, now);
                case SWEEPING -> sweep(each);
                case PREVIEWED, STOPPED, DONE, WITHDRAWN, FAILED -> {}
            }
        }
    }

    private void preview(Proposal proposal) {
        PreviewWork.Run run = previews.run(proposal);
        failed(proposal, Proposal.State.PREVIEWING, jobs.run(proposal.previewJob(), run::next));
    }

    private void begin(Proposal proposal, Instant now) {
        try {
            orders.begin(proposal, now);
        } catch (PackFormatException e) {
            proposals.move(
                    proposal.id(), Proposal.State.APPROVED, Proposal.State.FAILED, String.valueOf(e.getMessage()), now);
        }
    }

    private void sweep(Proposal proposal) {
        jobs.find(proposal.sweepJob())
                .filter(job -> job.state() == Job.State.STOPPED)
                .ifPresent(job -> jobs.resume(job.name()));
        SweepWork.Run run = sweeps.run(proposal);
        Optional<Job> job = jobs.run(proposal.sweepJob(), step -> {
            try {
                return run.next(step);
            } catch (SweepWork.Stopped e) {
                jobs.stop(step.name());
                return new Job.Step(step.cursor(), step.done(), step.total(), false);
            }
        });
        failed(proposal, Proposal.State.SWEEPING, job);
    }

    /** A sweep that failed half-way is stopped: whoever mends the cause lets it go on. */
    private void failed(Proposal proposal, Proposal.State state, Optional<Job> job) {
        job.filter(each -> each.state() == Job.State.FAILED).ifPresent(each -> {
            if (state == Proposal.State.SWEEPING) {
                jobs.resume(each.name());
                jobs.stop(each.name());
            }
            proposals.move(
                    proposal.id(),
                    state,
                    state == Proposal.State.SWEEPING ? Proposal.State.STOPPED : Proposal.State.FAILED,
                    each.detail(),
                    clock.instant());
        });
    }
}
