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
    private final HeldOblivion held;

    KeptCopies(ImportOblivion imports, HeldOblivion held) {
        this.imports = imports;
        this.held = held;
    }

    /** Destroys ledgers that hold one of the people; gives back how many. */
    long forgetPeople(Collection<SubjectId> people) {
        return imports.forgetPeople(people);
    }

    /** Destroys what came before the moment; gives back how many ledgers that were. */
    long forgetBefore(Instant before) {
        held.forgetBefore(before);
        return imports.forgetBefore(before);
    }
}
