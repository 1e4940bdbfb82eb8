package org.bihuan.app.destruction;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.facts.Finder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the calendar asks to be destroyed: one run an order and day, when there is something. Thread-safe. */
@Service
public class RetentionRuns {
    private final RetentionRunStore store;
    private final RetentionStore orders;
    private final Finder finder;
    private final StillNeeded needed;
    private final KeptCopies copies;
    private final ZoneId zone;
    private final Map<UUID, LocalDate> looked = new ConcurrentHashMap<>();

    RetentionRuns(
            RetentionRunStore store,
            RetentionStore orders,
            Finder finder,
            StillNeeded needed,
            KeptCopies copies,
            @Value("${bihuan.zone}") ZoneId zone) {
        this.store = store;
        this.orders = orders;
        this.finder = finder;
        this.needed = needed;
        this.copies = copies;
        this.zone = zone;
    }

    /** Whether rows are being read or recorded: nobody is forgotten who may be among them. */
    boolean mustWait() {
        return copies.isWorking();
    }

    /** Makes the runs of the day, once. A standing order runs at once, any other waits for two people. */
    @Transactional(label = Asking.MACHINE)
    public void makeDue(Instant now) {
        LocalDate day = LocalDate.ofInstant(now, zone);
        for (RetentionOrder order : orders.inForce()) {
            if (day.equals(looked.put(order.id(), day)) || store.rests(order.id(), day)) {
                continue;
            }
            Instant before = day.minusDays(order.days()).atStartOfDay(zone).toInstant();
            long found = finder.countSilentSince(order.division(), before) - needed.countHeld(order, before, now);
            if (found > 0 || copies.countBefore(order, before, needed.places(now)) > 0) {
                store.insert(
                        new RetentionRun(
                                UUID.randomUUID(),
                                order,
                                day,
                                before,
                                found,
                                order.isStanding() ? order.askedBy() : null,
                                order.isStanding() ? order.approvedBy() : null,
                                order.isStanding() ? RetentionRun.State.RUNNING : RetentionRun.State.WAITING,
                                0,
                                0,
                                0),
                        now);
            }
        }
    }

    /**
     * Agrees; the second one starts it.
     *
     * @throws DestructionRefused when it waits no longer, or the same person has agreed already
     */
    @Transactional
    public void agree(UUID id, String by) {
        RetentionRun run = store.lock(id).stream()
                .filter(each -> each.state() == RetentionRun.State.WAITING)
                .filter(each -> Asking.sight().sees(each.order().division()))
                .findFirst()
                .orElseThrow(() -> Agreement.gone(id));
        if (run.firstBy() == null) {
            store.agree(id, "first_by", by, RetentionRun.State.WAITING);
        } else {
            Agreement.requireOther(by, run.firstBy());
            store.agree(id, "second_by", by, RetentionRun.State.RUNNING);
        }
    }

    /** The latest ones first. */
    @Transactional(readOnly = true)
    public List<RetentionRun> list() {
        return store.list();
    }

    /** Those that two people or a standing order have said yes to. */
    @Transactional(readOnly = true)
    List<RetentionRun> running() {
        return store.running();
    }
}
