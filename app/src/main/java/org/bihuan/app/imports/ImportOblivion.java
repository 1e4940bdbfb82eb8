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
     * <p>One that is kept for a law case goes later.
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
        List<UUID> held = store.held();
        List<UUID> free = holding.stream().filter(each -> !held.contains(each)).toList();
        free.forEach(imports::forget);
        store.owe(holding.stream().filter(held::contains).toList());
        store.deleteListed(ids);
        return free.size();
    }

    /** From now on uploads that hold a row of one of the people stay as they are, and no others. */
    @Transactional(label = Asking.MACHINE)
    public void hold(Collection<SubjectId> people) {
        List<UUID> holding = people.isEmpty()
                ? List.of()
                : store.holding(people.stream().map(SubjectId::id).toList());
        store.setHeld(holding);
    }

    /** Forgets uploads that should have gone with somebody while they were kept for somebody else. */
    @Transactional(label = Asking.MACHINE)
    public void forgetOwed() {
        store.owed().forEach(imports::forget);
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
