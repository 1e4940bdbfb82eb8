package org.bihuan.app.imports;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.imports.store.OblivionStore;
import org.bihuan.app.imports.store.UploadStore;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forgets uploads together with the people whose rows they hold. Thread-safe. */
@Service
public class ImportOblivion {
    private final UploadStore uploads;
    private final OblivionStore store;
    private final Imports imports;

    ImportOblivion(UploadStore uploads, OblivionStore store, Imports imports) {
        this.uploads = uploads;
        this.store = store;
        this.imports = imports;
    }

    /**
     * Destroys every upload that holds a row of one of the people, file, rows and key, since a row cannot be cut out of a
     * sealed file; and what tells which rows were theirs. Counts and facts stay.
     *
     * @return how many uploads went
     * @throws ImportRefused while one of them is being read or taken
     */
    @Transactional(label = Asking.MACHINE)
    public long forgetPeople(Collection<SubjectId> people) {
        List<String> ids = people.stream().map(SubjectId::id).toList();
        List<UUID> holding = store.holding(ids);
        if (uploads.working().stream().anyMatch(each -> holding.contains(each.id()))) {
            throw new ImportRefused(
                    "import.busy-forgetting",
                    "一份含有此人的台账正在读取或导入；请等它完成后再销毁",
                    "a ledger that holds this person is being read or taken: wait for it to end, then destroy");
        }
        holding.forEach(imports::forget);
        store.deleteListed(ids);
        return holding.size();
    }

    /** Forgets every upload of before the moment. */
    @Transactional(label = Asking.MACHINE)
    public long forgetBefore(Instant before) {
        List<UUID> old = store.before(before);
        old.forEach(imports::forget);
        return old.size();
    }

    /** How many kept uploads are of before the moment. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public long countBefore(Instant before) {
        return store.before(before).size();
    }

    /** Whether an upload is being read or taken. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public boolean isWorking() {
        return !uploads.working().isEmpty();
    }
}
