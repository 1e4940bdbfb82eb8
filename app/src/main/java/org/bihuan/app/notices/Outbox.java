package org.bihuan.app.notices;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands documents over to their channels, and hears what became of them. Killed between handing over and writing that
 * down, it hands over again after a minute: the receiver knows the delivery by its id. That a person was told is a fact,
 * one a document. Thread-safe.
 */
@Service
public class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int BATCH = 20;
    private static final String SOURCE = "notices";

    private final DeliveryStore store;
    private final NoticeStore notices;
    private final OutboxFolder folder;
    private final Facts facts;
    private final Rules rules;
    private final TransactionTemplate transactions;

    Outbox(
            DeliveryStore store,
            NoticeStore notices,
            OutboxFolder folder,
            Facts facts,
            Rules rules,
            TransactionTemplate transactions) {
        this.store = store;
        this.notices = notices;
        this.folder = folder;
        this.facts = facts;
        this.rules = rules;
        this.transactions = transactions;
    }

    /** Hands over what is due; returns how many were tried. */
    int run(Instant now) {
        List<Delivery> due = transactions.execute(status -> store.take(now, BATCH));
        due.forEach(delivery -> hand(delivery, now));
        return due.size();
    }

    private void hand(Delivery delivery, Instant now) {
        Notice notice = notices.find(delivery.notice()).orElseThrow();
        int attempts = delivery.attempts() + 1;
        try {
            folder.hand(delivery, notice);
            store.set(delivery, Delivery.State.HANDED_OVER, attempts, null, "", now);
        } catch (IOException | RuntimeException e) {
            LOG.warn("a delivery by {} failed at attempt {}", delivery.channel(), attempts, e);
            fail(delivery, attempts, e.getClass().getSimpleName(), now);
        }
    }

    private void fail(Delivery delivery, int attempts, String detail, Instant now) {
        @Nullable Instant next = Delivery.next(attempts, now);
        store.set(
                delivery, next == null ? Delivery.State.GIVEN_UP : Delivery.State.FAILED, attempts, next, detail, now);
    }

    /** What came of a report. */
    public enum Heard {
        UNKNOWN_DELIVERY,
        /** Nothing changes: the delivery is further than that. */
        ALREADY_FURTHER,
        DONE
    }

    /**
     * Hears from a channel: delivered, read or failed. Hearing it again changes nothing.
     *
     * @param at when that happened
     */
    @Transactional(label = Asking.MACHINE)
    public Heard report(UUID id, Delivery.State state, Instant at, Instant now) {
        Optional<Delivery> found = store.lock(id);
        if (found.isEmpty()) {
            return Heard.UNKNOWN_DELIVERY;
        }
        Delivery delivery = found.get();
        if (delivery.state() == state || !delivery.state().mayBecome(state)) {
            return Heard.ALREADY_FURTHER;
        }
        if (state == Delivery.State.FAILED) {
            fail(delivery, Math.max(1, delivery.attempts()), "reported", now);
            return Heard.DONE;
        }
        store.set(delivery, state, delivery.attempts(), null, "", at);
        notices.find(delivery.notice())
                .ifPresent(notice -> told(notice, delivery.channel().label(), at, now));
        return Heard.DONE;
    }

    /** Somebody who said who they are has read it on the page that tells why: they have been told, if not before. */
    @Transactional(label = Asking.MACHINE)
    public void readOnline(Notice notice, Instant now) {
        Asking.asMachine(() -> told(notice, "page", now, now));
    }

    /** One fact a document, whichever channel was first. */
    private void told(Notice notice, String channel, Instant at, Instant now) {
        SubjectId subject = notice.subject();
        List<Append> answers = facts.append(
                List.of(new RawFact(
                        SOURCE,
                        "delivered:" + notice.id(),
                        "notice-delivered",
                        1,
                        null,
                        null,
                        0,
                        0,
                        null,
                        List.of(new FactSubject(subject.type(), subject)),
                        null,
                        Map.of(
                                "deliveredAt", at.toString(),
                                "number", notice.number(),
                                "document", notice.kind().label(),
                                "measure", notice.measure(),
                                "channel", channel))),
                rules.reader(),
                now);
        if (answers.getFirst() instanceof Append.Refused) {
            throw new IllegalStateException("the fact that somebody was told was refused");
        }
    }
}
