package org.bihuan.app.photos;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.DutyView;
import org.bihuan.app.vault.DataKey;
import org.bihuan.app.vault.Vault;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pictures that are evidence about many duties at once, kept once under a key of their own. Thread-safe. */
@Service
public class Sheets {
    private final SheetStore store;
    private final Photos photos;
    private final Vault vault;

    Sheets(SheetStore store, Photos photos, Vault vault) {
        this.store = store;
        this.photos = photos;
        this.vault = vault;
    }

    /**
     * Keeps a picture that is about no duty yet; the same id twice once.
     *
     * @throws PhotoRefused when the file will not do
     */
    @Transactional(label = Asking.MACHINE, rollbackFor = PhotoRefused.class)
    public void keep(UUID id, byte[] file, Instant now) throws PhotoRefused {
        if (store.find(id).isPresent()) {
            return;
        }
        byte[] picture = Pictures.redrawn(file);
        String owner = owner(id);
        DataKey key = Objects.requireNonNull(vault.keysOf(List.of(owner), now).get(owner));
        byte[] sealed = key.seal(Base64.getEncoder().encodeToString(picture), owner);
        store.add(id, new PhotoStore.Sealed(key.id(), sealed), picture.length, now);
    }

    /**
     * Makes it evidence about a duty that whoever asks sees; twice is once.
     *
     * @throws PhotoRefused when the duty has enough photos, or the picture is destroyed
     */
    @Transactional(label = Asking.MACHINE, rollbackFor = PhotoRefused.class)
    public void attach(UUID id, DutyView duty, Instant now) throws PhotoRefused {
        PhotoStore.Sealed sheet = store.find(id)
                .filter(each -> each.picture().length > 0)
                .orElseThrow(() -> new PhotoRefused("照片已销毁", "the picture is destroyed"));
        photos.addOfSheet(duty, id, sheet.dataKey(), now);
    }

    /** Takes it back from a duty, by a fact that corrects the first; twice is once. */
    @Transactional(label = Asking.MACHINE)
    public void takeBack(UUID id, UUID duty, String reason, Instant now) {
        photos.takeBack(duty, id, reason, now);
    }

    /** Of whom a photo may tell something: of everybody at whose duties the same picture stands. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public List<SubjectId> shownOn(Photo photo) {
        UUID sheet = photo.sheet();
        return sheet == null ? List.of(photo.subject()) : store.people(sheet);
    }

    /** Destroys the picture. */
    @Transactional(label = Asking.MACHINE)
    public void destroy(Collection<UUID> ids, Instant now) {
        vault.destroy(ids.stream().map(Sheets::owner).toList(), now);
        store.empty(ids);
    }

    /** Destroys pictures that show one of the people; one that shows somebody who is kept for a law case goes later. */
    @Transactional(label = Asking.MACHINE)
    public void forgetPeople(Collection<SubjectId> people, Collection<SubjectId> held, Instant now) {
        store.owe(store.of(people));
        forgetOwed(held, now);
    }

    /** Destroys those that should have gone and are kept for nobody any more. */
    @Transactional(label = Asking.MACHINE)
    public void forgetOwed(Collection<SubjectId> held, Instant now) {
        List<UUID> owed = new ArrayList<>(store.owed());
        if (!owed.isEmpty()) {
            Set<UUID> kept = new HashSet<>(held.isEmpty() ? List.of() : store.of(held));
            owed.removeAll(kept);
            destroy(owed, now);
        }
    }

    static String owner(UUID id) {
        return "sheet:" + id;
    }
}
