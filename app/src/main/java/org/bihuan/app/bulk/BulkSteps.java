package org.bihuan.app.bulk;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.Duties;
import org.bihuan.app.duties.DutyView;
import org.bihuan.app.facts.Append;
import org.bihuan.app.jobs.Job;
import org.bihuan.app.work.DutyWork;
import org.bihuan.app.work.WorkKind;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.format.FieldError;
import org.bihuan.policy.format.Times;
import org.springframework.stereotype.Component;

/** The steps of an action: each records some facts and then what became of them. Done twice it records them once. */
@Component
class BulkSteps {
    private static final int STEP = 100;

    private final BulkActionStore store;
    private final Duties duties;
    private final DutyWork work;
    private final BulkDocuments documents;
    private final Clock clock;

    BulkSteps(BulkActionStore store, Duties duties, DutyWork work, BulkDocuments documents, Clock clock) {
        this.documents = documents;
        this.store = store;
        this.duties = duties;
        this.work = work;
        this.clock = clock;
    }

    Job.Step run(BulkAction action, Job job) {
        boolean undoing = action.state() == BulkAction.State.UNDOING;
        BulkItem.State from = undoing ? BulkItem.State.RECORDED : BulkItem.State.WAITING;
        boolean goesOn = store.find(action.id())
                .filter(each -> each.state() == action.state())
                .isPresent();
        List<BulkItem> items = goesOn ? store.next(action.id(), from, STEP) : List.of();
        if (items.isEmpty()) {
            if (undoing) {
                documents.undone(action, clock.instant());
            }
            store.move(action.id(), action.state(), undoing ? BulkAction.State.UNDONE : BulkAction.State.DONE);
            return new Job.Step(job.cursor(), job.done(), (long) action.total(), true);
        }
        List<BulkItem> after = new ArrayList<>(items.size());
        for (BulkItem item : items) {
            after.add(undoing ? takeBack(action, item) : record(action, item));
        }
        store.set(action.id(), after);
        return new Job.Step(
                Integer.toString(items.getLast().number()), job.done() + items.size(), (long) action.total(), false);
    }

    private BulkItem record(BulkAction action, BulkItem item) {
        try {
            return Asking.as(action.asker(), () -> recordAsAsker(action, item));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private BulkItem recordAsAsker(BulkAction action, BulkItem item) {
        Instant now = clock.instant();
        Optional<DutyView> found = duties.find(item.duty(), now);
        if (found.isEmpty()) {
            return item.as(BulkItem.State.SKIPPED, "已撤销或不再由您的地区负责 / withdrawn, or no longer your region's");
        }
        DutyView duty = found.get();
        if (duty.state() == Duty.State.MET || duty.state() == Duty.State.WAIVED) {
            return item.as(BulkItem.State.SKIPPED, "已经办完 / done in the meantime");
        }
        if (action.kind() == BulkKind.EXTENSION && !isLater(action, duty)) {
            return item.as(BulkItem.State.SKIPPED, "期限已不早于新期限 / not due before the new moment anyway");
        }
        WorkKind kind = action.kind().work();
        if (kind == null) {
            return documents.attach(action, item, duty, now);
        }
        Append answer =
                work.record(duty, kind, new LinkedHashMap<>(action.fields()), action.source(), action.key(), now);
        return switch (answer) {
            case Append.Recorded _, Append.Repeated _ -> item.as(BulkItem.State.RECORDED, "");
            case Append.Conflict _ -> item.as(BulkItem.State.REFUSED, "与已有记录冲突 / conflicts with what is recorded");
            case Append.Refused refused -> item.as(BulkItem.State.REFUSED, text(refused.errors()));
        };
    }

    private static boolean isLater(BulkAction action, DutyView duty) {
        Instant dueAt = Times.parse(action.fields().getOrDefault("dueAt", ""));
        return dueAt != null && dueAt.isAfter(duty.dueAt());
    }

    private static String text(List<FieldError> errors) {
        FieldError first = errors.getFirst();
        return first.field() + " " + first.rule().zh() + " / " + first.field() + " "
                + first.rule().en();
    }

    private BulkItem takeBack(BulkAction action, BulkItem item) {
        WorkKind kind = action.kind().work();
        if (kind == null) {
            documents.takeBack(action, item, clock.instant());
        } else {
            work.takeBack(item.duty(), kind, action.source(), action.key(), "bulk undo", clock.instant());
        }
        return item.as(BulkItem.State.UNDONE, "");
    }
}
