package org.bihuan.app.duties;

import java.time.Instant;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was late at a moment of the past. Thread-safe. */
@Service
public class LateDuties {
    private final LateStore store;

    LateDuties(LateStore store) {
        this.store = store;
    }

    /**
     * Gives what was late at a moment by what is known now, also what has been met since: one after another, those due
     * first first. However many there are, no list of them is held.
     */
    @Transactional(readOnly = true)
    public void at(Instant then, LateDuty.Asked asked, Consumer<LateDuty> each) {
        store.at(then, asked, each);
    }
}
