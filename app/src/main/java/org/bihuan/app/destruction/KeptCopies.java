package org.bihuan.app.destruction;

import java.time.Instant;
import java.util.Collection;
import org.bihuan.app.doorstep.HeldOblivion;
import org.bihuan.app.imports.ImportOblivion;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Component;

/** What lies beside the record under keys of its own: ledgers as sent, and what phones brought. Thread-safe. */
@Component
class KeptCopies {
    private final ImportOblivion imports;
    private final HeldOblivion phones;

    KeptCopies(ImportOblivion imports, HeldOblivion phones) {
        this.imports = imports;
        this.phones = phones;
    }

    /**
     * Destroys ledgers that hold one of the people; gives back how many.
     *
     * @param held whose are kept for a law case: a ledger that holds one of them too goes once nobody in it is kept
     */
    long forgetPeople(Collection<SubjectId> people, Collection<SubjectId> held) {
        imports.hold(held);
        return imports.forgetPeople(people);
    }

    /**
     * Destroys what came before the moment; gives back how many ledgers that were. What phones brought lies sealed, so that
     * nobody can say whose it is: it waits while anybody is kept.
     */
    long forgetBefore(Instant before, Collection<SubjectId> held) {
        if (held.isEmpty()) {
            phones.forgetBefore(before);
        }
        imports.hold(held);
        return imports.forgetBefore(before);
    }

    /** Brings up to date which ledgers are kept; those that should have gone meanwhile go. */
    void refresh(Collection<SubjectId> held) {
        imports.hold(held);
        imports.forgetOwed();
    }
}
