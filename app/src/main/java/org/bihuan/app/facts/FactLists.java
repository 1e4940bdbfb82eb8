package org.bihuan.app.facts;

import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lists of what happened, without what it says. Thread-safe. */
@Service
public class FactLists {
    private final FactListStore store;

    FactLists(FactListStore store) {
        this.store = store;
    }

    /**
     * Facts of a kind that happened after one moment and not after another, by what is known now: those taken back are left
     * out, and people who are one are one subject. In the order of the bytes of the subjects' ids in UTF-8, those of one
     * subject in the order in which they happened. Read in the caller's transaction while it lasts.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public StandingFacts standing(String kind, Instant after, Instant until) {
        return new StandingFacts(store.bySubject(kind, after, until), store::takenBack);
    }
}
