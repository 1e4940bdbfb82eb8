package org.bihuan.app.notices;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Short messages by the same outbox as documents, each handed over at least once and known to its receiver by its id.
 * Thread-safe.
 */
@Service
public class Messages {
    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);
    private static final int BATCH = 50;

    private final MessageStore store;
    private final OutboxFolder folder;
    private final TransactionTemplate transactions;

    Messages(MessageStore store, OutboxFolder folder, TransactionTemplate transactions) {
        this.store = store;
        this.folder = folder;
        this.transactions = transactions;
    }

    /** Puts it into the outbox, in the caller's transaction; the same message again changes nothing. */
    @Transactional
    public void queue(Message message, Instant now) {
        store.queue(message, now);
    }

    /** How far each is; those that there are not, or that whoever asks does not see, are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, Delivery.State> states(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : store.states(ids);
    }

    /** Hands over what is due; returns how many were tried. */
    int run(Instant now) {
        List<MessageStore.Waiting> due = Objects.requireNonNull(transactions.execute(_ -> store.take(now, BATCH)));
        due.forEach(each -> hand(each, now));
        return due.size();
    }

    private void hand(MessageStore.Waiting waiting, Instant now) {
        int attempts = waiting.attempts() + 1;
        try {
            folder.hand(waiting.message());
            transactions.executeWithoutResult(_ -> store.set(waiting, Delivery.State.HANDED_OVER, attempts, null, now));
        } catch (IOException | RuntimeException e) {
            LOG.warn("a message failed at attempt {}", attempts, e);
            transactions.executeWithoutResult(_ -> fail(waiting, attempts, now));
        }
    }

    private void fail(MessageStore.Waiting waiting, int attempts, Instant now) {
        @Nullable Instant next = Delivery.next(attempts, now);
        store.set(waiting, next == null ? Delivery.State.GIVEN_UP : Delivery.State.FAILED, attempts, next, now);
    }

    /** Hears from the channel, as {@link Outbox#report} does for documents. */
    @Transactional(label = Asking.MACHINE)
    public Outbox.Heard report(UUID id, Delivery.State state, Instant at, Instant now) {
        for (MessageStore.Waiting waiting : store.lock(id)) {
            if (waiting.state() == state || !waiting.state().mayBecome(state)) {
                return Outbox.Heard.ALREADY_FURTHER;
            }
            if (state == Delivery.State.FAILED) {
                fail(waiting, Math.max(1, waiting.attempts()), now);
            } else {
                store.set(waiting, state, waiting.attempts(), null, at);
            }
            return Outbox.Heard.DONE;
        }
        return Outbox.Heard.UNKNOWN_DELIVERY;
    }
}
