package org.bihuan.app.orders;

import java.util.List;
import org.bihuan.app.duties.WholePopulation;
import org.bihuan.app.jobs.Job;
import org.bihuan.app.jobs.Jobs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers trials, step by step. A run that was killed begins anew: what it had read was in memory. */
@Component
class TrialWork {
    private final TrialStore store;
    private final TrialCountStore counts;
    private final TrialPolicies policies;
    private final WholePopulation population;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final TrialSettings settings;

    TrialWork(
            TrialStore store,
            TrialCountStore counts,
            TrialPolicies policies,
            WholePopulation population,
            Jobs jobs,
            TransactionTemplate transactions,
            TrialSettings settings) {
        this.store = store;
        this.counts = counts;
        this.policies = policies;
        this.population = population;
        this.jobs = jobs;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** Answers all that have been asked, and forgets what is old. */
    void run() {
        transactions.executeWithoutResult(status -> store.forget(settings.keptSince()));
        List<Trial> asked = transactions.execute(status -> store.working());
        for (Trial each : asked == null ? List.<Trial>of() : asked) {
            try {
                Steps steps = new Steps(each);
                jobs.run(each.job(), steps::next)
                        .filter(job -> job.state() == Job.State.FAILED)
                        .ifPresent(job -> end(each, Trial.State.FAILED, job.done(), job.detail()));
            } catch (IllegalArgumentException e) { // values set since it was asked, under which it cannot be
                end(each, Trial.State.FAILED, 0, String.valueOf(e.getMessage()));
            }
        }
    }

    private boolean end(Trial trial, Trial.State state, long people, String note) {
        return Boolean.TRUE.equals(
                transactions.execute(status -> store.end(trial.id(), state, people, note, settings.now())));
    }

    /** One trial while it runs. */
    private final class Steps {
        private final Trial trial;
        private final TrialRun run;
        private String cursor = "";
        private long people;

        Steps(Trial trial) {
            this.trial = trial;
            this.run = new TrialRun(trial, policies.of(trial));
        }

        /** The next people, or the answer after the last. */
        Job.Step next(Job job) {
            boolean isStopped = Boolean.TRUE.equals(transactions.execute(status -> store.find(trial.id())
                    .filter(each -> each.state() == Trial.State.WORKING)
                    .isEmpty()));
            if (isStopped) {
                return new Job.Step(cursor, people, null, true);
            }
            WholePopulation.Part part = population.next(run.packs(), cursor, settings.step());
            run.add(part.dossiers());
            people += part.dossiers().size();
            if (part.isLast()) {
                transactions.executeWithoutResult(status -> {
                    if (end(trial, Trial.State.DONE, people, "")) {
                        counts.replace(trial.id(), run.answer());
                    }
                });
                return new Job.Step(cursor, people, people, true);
            }
            cursor = part.last();
            return new Job.Step(cursor, people, null, false);
        }
    }
}
