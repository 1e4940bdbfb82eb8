package org.bihuan.app.shifts;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.photos.PhotoRefused;
import org.bihuan.app.photos.Pictures;
import org.bihuan.app.vault.DataKey;
import org.bihuan.app.vault.Vault;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.HashId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pictures of lines of the duty log: drawn anew, sealed, for the desk's own people. Thread-safe. */
@Service
public class Attachments {
    private static final int MOST = 20;

    private final AttachmentStore store;
    private final Vault vault;

    Attachments(AttachmentStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    /**
     * Keeps a picture with a line of the desk's own. The same one twice is kept once.
     *
     * @throws PhotoRefused when the file will not do, or the line has enough
     */
    @Transactional(rollbackFor = PhotoRefused.class)
    public void add(LogEntry entry, byte[] file, Asker by, Instant now) throws PhotoRefused {
        byte[] picture = Pictures.redrawn(file);
        UUID id = HashId.of(
                "attachment", entry.id().toString(), Base64.getEncoder().encodeToString(picture));
        List<Attachment> known = store.of(entry.id());
        if (known.stream().anyMatch(each -> each.id().equals(id))) {
            return;
        }
        if (known.size() >= MOST) {
            throw new PhotoRefused("这条日志已有" + MOST + "个附件", "the line has " + MOST + " attachments already");
        }
        String owner = owner(entry.id());
        DataKey key = Objects.requireNonNull(vault.keysOf(List.of(owner), now).get(owner));
        store.add(
                new Attachment(id, entry.id(), by.login(), now, picture.length, false),
                key.seal(picture, owner + " " + id),
                by.region());
    }

    @Transactional(readOnly = true)
    public List<Attachment> of(LogEntry entry) {
        return store.of(entry.id());
    }

    /** One of the desk's own. */
    @Transactional(readOnly = true)
    public Optional<Attachment> find(UUID id, DivisionCode desk) {
        return store.find(id, desk);
    }

    /** The picture; empty when its key was destroyed. Who looks has written that down before. */
    @Transactional(readOnly = true)
    public Optional<byte[]> picture(Attachment attachment) {
        if (attachment.isDestroyed()) {
            return Optional.empty(); // the line may have got a key anew since
        }
        String owner = owner(attachment.entry());
        return Optional.ofNullable(vault.find(List.of(owner)).get(owner))
                .map(key -> key.openBytes(store.sealed(attachment.id()), owner + " " + attachment.id()));
    }

    static String owner(UUID entry) {
        return "log:" + entry;
    }
}
