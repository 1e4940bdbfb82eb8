package org.bihuan.app.destruction;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bihuan.app.audit.Certificates;
import org.bihuan.app.audit.Reader;
import org.bihuan.app.facts.Finder;
import org.bihuan.app.identity.Oblivion;
import org.bihuan.app.jobs.Job;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Destroys what a run is about, step by step, each step under a certificate of its own. Thread-safe. */
@Component
class RetentionWork {
    private static final int STEP = 500;

    private final RetentionRunStore runs;
    private final Finder finder;
    private final StillNeeded needed;
    private final Oblivion oblivion;
    private final KeptCopies copies;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RetentionWork(
            RetentionRunStore runs,
            Finder finder,
            StillNeeded needed,
            Oblivion oblivion,
            KeptCopies copies,
            TransactionTemplate transaction,
            Clock clock) {
        this.runs = runs;
        this.finder = finder;
        this.needed = needed;
        this.oblivion = oblivion;
        this.copies = copies;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** One step; done twice it finds those of the first time destroyed already. */
    Job.Step step(RetentionRun run, Job job) {
        Instant now = clock.instant();
        List<SubjectId> silent = finder.silentSince(run.order().division(), run.before(), job.cursor(), STEP);
        if (silent.isEmpty()) {
            transaction.executeWithoutResult(_ -> {
                KeptCopies.Gone gone = copies.forgetBefore(run, needed.held(now), needed.places(now), now);
                runs.add(run.id(), 0, gone.ledgers(), gone.attachments());
                runs.done(run.id(), now);
            });
            return new Job.Step(job.cursor(), job.done(), job.done(), true);
        }
        List<SubjectId> over = silent.stream()
                .filter(each -> !needed.isUnderMeasure(each, now))
                .toList();
        transaction.executeWithoutResult(_ -> destroy(run, over, now));
        return new Job.Step(silent.getLast().toString(), job.done() + over.size(), null, false);
    }

    private void destroy(RetentionRun run, List<SubjectId> over, Instant now) {
        Set<SubjectId> held = needed.held(now);
        List<SubjectId> free =
                over.stream().filter(each -> !held.contains(each)).toList();
        if (free.isEmpty()) {
            return;
        }
        Certificates.Order order = run.certificate("retention");
        Oblivion.Outcome outcome = oblivion.whoseTimeIsOver(free, order, Reader.named(order.user()), run.before(), now);
        if (outcome instanceof Oblivion.Outcome.Destroyed destroyed) {
            long uploads = copies.forgetPeople(destroyed.subjects(), held, now);
            runs.add(run.id(), destroyed.certificate().subjects(), uploads, 0);
        } else if (outcome instanceof Oblivion.Outcome.Refused refused) {
            throw new IllegalStateException(
                    "a run was refused: " + refused.errors().getFirst().code());
        }
    }
}
