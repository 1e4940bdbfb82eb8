package org.bihuan.app.bulk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.audit.Action;
import org.bihuan.app.audit.Audit;
import org.bihuan.app.audit.Looked;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.DutyQuery;
import org.bihuan.app.duties.DutyView;
import org.bihuan.app.identity.WhoReads;
import org.bihuan.app.jobs.Jobs;
import org.bihuan.app.work.WorklistFilter;
import org.bihuan.policy.decide.Duty;
import org.springframework.stereotype.Service;

/** Starts actions on many duties, and takes them back. Thread-safe. */
@Service
class Bulk {
    private static final int PAGE = 500;
    private static final Set<Duty.State> UNMET = Set.of(Duty.State.OPEN, Duty.State.LATE, Duty.State.SCHEDULED);

    private final BulkActionStore store;
    private final BulkChecks checks;
    private final BulkSettings settings;
    private final Duties duties;
    private final Audit audit;
    private final Jobs jobs;
    private final BulkDocuments documents;

    Bulk(
            BulkActionStore store,
            BulkChecks checks,
            BulkSettings settings,
            Duties duties,
            Audit audit,
            Jobs jobs,
            BulkDocuments documents) {
        this.documents = documents;
        this.store = store;
        this.checks = checks;
        this.settings = settings;
        this.duties = duties;
        this.audit = audit;
        this.jobs = jobs;
    }

    /** How many duties the worklist holds for whoever asks, all its pages together. */
    long count(WorklistFilter filter, Instant now) {
        DutyQuery query = query(filter, now);
        Map<Duty.State, Long> counts = duties.countExactly(query, now);
        return query.states().stream()
                .mapToLong(state -> counts.getOrDefault(state, 0L))
                .sum();
    }

    private static DutyQuery query(WorklistFilter filter, Instant now) {
        DutyQuery query = filter.inState(filter.state()).query(PAGE, now);
        if (!UNMET.containsAll(query.states())) {
            throw new BulkRefused(
                    "已完成和已免除的任务不能批量办理，请回任务列表另选", "what is met or waived cannot be acted on: choose another list");
        }
        return query;
    }

    /**
     * Freezes the worklist as it stands and has the machine act on each of its duties, in the name of whoever asks.
     *
     * @param document the picture of {@link BulkKind#DOCUMENT}, empty for the others
     * @throws BulkRefused when it may not be, holds more than was shown, or is wrong in a field
     */
    void start(BulkRequest request, byte[] document, Instant now) {
        if (store.find(request.id()).isPresent()) {
            return; // a second click
        }
        Asker asker = Asking.asker().orElseThrow();
        if (!Asking.may(request.kind().needs())) {
            throw new BulkRefused("您的角色不能这样做", "your role may not do this");
        }
        checks.require(request.kind(), request.fields(), now);
        checks.requireWhy(request.why());
        List<DutyView> chosen = chosen(request.filter(), now);
        if (chosen.isEmpty()) {
            throw new BulkRefused("这一列现在没有任务", "there are no duties in this list now");
        }
        if (chosen.size() > request.shown()) {
            throw new BulkRefused(
                    "这一列已从" + request.shown() + "项变为" + chosen.size() + "项，请看过新的数目再提交",
                    "the list has grown from " + request.shown() + " to " + chosen.size()
                            + ": look at the new number and send it again");
        }
        if (request.kind() == BulkKind.DOCUMENT) {
            documents.keep(request, document, now);
        }
        audit.record(
                WhoReads.now(),
                request.why(),
                Action.CHANGE,
                chosen.stream()
                        .filter(duty -> duty.subject().type().equals("person"))
                        .map(duty -> Looked.at(duty.subject().toString()))
                        .toList(),
                request.kind().factKind() + " " + chosen.size(),
                now);
        BulkAction action = new BulkAction(
                request.id(),
                asker.login(),
                asker.account(),
                asker.role().id(),
                asker.region(),
                now,
                request.kind(),
                request.filter().query(),
                request.fields(),
                chosen.size(),
                BulkAction.State.RUNNING,
                now.plus(settings.undo()),
                null,
                null,
                request.why());
        store.add(action, chosen.stream().map(DutyView::id).toList());
    }

    private List<DutyView> chosen(WorklistFilter filter, Instant now) {
        DutyQuery query = query(filter, now);
        List<DutyView> chosen = new ArrayList<>();
        List<DutyView> page = duties.list(query, now);
        while (!page.isEmpty()) {
            chosen.addAll(page);
            if (chosen.size() > settings.most()) {
                throw new BulkRefused(
                        "一次最多" + settings.most() + "项，请先筛选",
                        "at most " + settings.most() + " duties at a time: narrow the list first");
            }
            page = page.size() < PAGE ? List.of() : duties.list(query.after(page.getLast()), now);
        }
        return chosen;
    }

    Optional<BulkAction> find(UUID id) {
        return store.find(id);
    }

    List<BulkAction> latest(int limit) {
        return store.latest(limit);
    }

    Map<BulkItem.State, Long> counts(BulkAction action) {
        return store.counts(action.id());
    }

    Map<String, Long> reasons(BulkAction action, int limit) {
        return store.reasons(action.id(), limit);
    }

    /** Whether the work on it failed and waits for somebody to let it go on. */
    boolean hasFailed(BulkAction action) {
        return action.isWorking()
                && jobs.find(BulkWorker.job(action))
                        .filter(job -> job.state() == org.bihuan.app.jobs.Job.State.FAILED)
                        .isPresent();
    }

    void goOn(BulkAction action) {
        jobs.resume(BulkWorker.job(action));
    }

    /**
     * Takes back what it recorded, by facts that correct those facts.
     *
     * @return whether it will be; false when it is too late for that
     */
    boolean undo(BulkAction action, Instant now) {
        String by = Asking.asker().map(Asker::login).orElse("machine");
        boolean begins = store.undo(action.id(), by, now);
        return begins
                || find(action.id())
                        .filter(each ->
                                each.state() == BulkAction.State.UNDOING || each.state() == BulkAction.State.UNDONE)
                        .isPresent();
    }
}
