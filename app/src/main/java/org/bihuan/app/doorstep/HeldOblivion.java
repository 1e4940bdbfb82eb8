package org.bihuan.app.doorstep;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.bihuan.app.authority.Asking;
import org.bihuan.kernel.DivisionCode;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Destroys what phones brought and nobody needs any more, and seals what lies open from before. Thread-safe. */
@Service
public class HeldOblivion {
    private final HeldStore store;
    private final HeldSeals seals;
    private final Clock clock;

    HeldOblivion(HeldStore store, HeldSeals seals, Clock clock) {
        this.store = store;
        this.seals = seals;
        this.clock = clock;
    }

    /**
     * Destroys the keys of what was brought before the moment; that something was, and what came of it, stays.
     *
     * @param city whose is what names no region
     * @param kept regions of which it has to stay
     */
    @Transactional(label = Asking.MACHINE)
    public void forgetBefore(Instant before, DivisionCode city, Predicate<DivisionCode> kept) {
        seals.destroy(
                store.before(before).entrySet().stream()
                        .filter(each -> !kept.test(each.getValue().orElse(city)))
                        .map(Map.Entry::getKey)
                        .toList(),
                clock.instant());
    }

    /** Seals what lies open. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional(label = Asking.MACHINE)
    public void sealAll() {
        store.lockOpen().forEach((id, body) -> store.seal(id, seals.seal(id, body)));
    }
}
