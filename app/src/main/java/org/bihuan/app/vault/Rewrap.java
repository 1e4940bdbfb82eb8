package org.bihuan.app.vault;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * After a new master key: wraps all data keys anew beside the running work. Killed, it goes on at the next start, since
 * each key says which master key wraps it.
 */
@Component
class Rewrap {
    private static final Logger LOG = LoggerFactory.getLogger(Rewrap.class);
    private static final int STEP = 1_000;

    private final Vault vault;

    Rewrap(Vault vault) {
        this.vault = vault;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        Thread.ofVirtual().name("rewrap").start(this::run);
    }

    void run() {
        long total = 0;
        try {
            for (int done = vault.rewrapNext(STEP); done > 0; done = vault.rewrapNext(STEP)) {
                total += done;
            }
            if (total > 0) {
                LOG.info("{} data keys are wrapped by master key {} now", total, vault.master());
            }
        } catch (RuntimeException e) {
            LOG.error("data keys could not be wrapped anew; the next start tries again", e);
        }
    }
}
