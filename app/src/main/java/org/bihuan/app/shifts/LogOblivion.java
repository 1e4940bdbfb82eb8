package org.bihuan.app.shifts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.vault.Vault;
import org.bihuan.kernel.DivisionCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Destroys pictures of duty logs whose time is over: they may show who somebody is. Lines of the log stay. Thread-safe. */
@Service
public class LogOblivion {
    private final AttachmentStore store;
    private final Vault vault;

    LogOblivion(AttachmentStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    /**
     * How many pictures of desks in the place belong to lines that got none since the moment.
     *
     * @param kept desks whose pictures have to stay
     */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public long countBefore(DivisionCode place, Instant before, Predicate<DivisionCode> kept) {
        return old(place, before, kept).size();
    }

    private List<Attachment> old(DivisionCode place, Instant before, Predicate<DivisionCode> kept) {
        List<DivisionCode> free =
                store.desks(place).stream().filter(kept.negate()).toList();
        return free.isEmpty() ? List.of() : store.before(free, before);
    }

    /** Destroys them with the keys of their lines; gives back which. */
    @Transactional(label = Asking.MACHINE)
    public List<UUID> forgetBefore(DivisionCode place, Instant before, Predicate<DivisionCode> kept, Instant now) {
        List<Attachment> old = old(place, before, kept);
        vault.destroy(
                old.stream()
                        .map(each -> Attachments.owner(each.entry()))
                        .distinct()
                        .toList(),
                now);
        List<UUID> ids = old.stream().map(Attachment::id).toList();
        store.destroy(ids, now);
        return ids;
    }
}
