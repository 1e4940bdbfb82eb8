package org.bihuan.app.photos;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.authority.Asker;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.duties.DutyView;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.vault.DataKey;
import org.bihuan.app.vault.Vault;
import org.bihuan.policy.fact.Fact;
import org.bihuan.policy.fact.FactId;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.HashId;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps photos and shows them. Thread-safe. */
@Service
public class Photos {
    /** Largest file that is taken, in bytes. */
    public static final long LARGEST = 10 << 20;

    private static final int MOST_A_DUTY = 20;
    private static final String SOURCE = "photos";

    private final PhotoStore store;
    private final Vault vault;
    private final Facts facts;
    private final Rules rules;
    private final SheetStore sheets;

    Photos(PhotoStore store, SheetStore sheets, Vault vault, Facts facts, Rules rules) {
        this.sheets = sheets;
        this.store = store;
        this.vault = vault;
        this.facts = facts;
        this.rules = rules;
    }

    /**
     * Keeps a photo about a duty that whoever asks sees, and records that it was taken. The same photo twice is kept once.
     *
     * @throws PhotoRefused when the file will not do
     */
    @Transactional(label = Asking.MACHINE, rollbackFor = PhotoRefused.class)
    public UUID add(DutyView duty, byte[] file, Instant now) throws PhotoRefused {
        byte[] picture = Pictures.redrawn(file);
        SubjectId subject = duty.recordedSubject();
        UUID id = HashId.of("photo", subject.toString(), duty.id().toString(), hash(picture));
        if (store.find(id).isEmpty()) {
            keep(id, subject, duty.id(), picture, now, now);
        }
        return id;
    }

    /**
     * Keeps a photo that was taken without a network. The same id twice is kept once, whatever comes with it.
     *
     * @param about the duty or the visit that it was taken at, which whoever sends it may speak of
     * @param taken its id, made where it was taken
     * @param at when it was taken
     * @return false when it is kept already
     * @throws PhotoRefused when the file will not do
     */
    @Transactional(label = Asking.MACHINE, rollbackFor = PhotoRefused.class)
    public boolean addTaken(SubjectId subject, UUID about, UUID taken, byte[] file, Instant at, Instant now)
            throws PhotoRefused {
        UUID id = HashId.of("photo", "taken", about.toString(), taken.toString());
        if (store.find(id).isPresent()) {
            return false;
        }
        keep(id, subject, about, Pictures.redrawn(file), at, now);
        return true;
    }

    private void keep(UUID id, SubjectId subject, UUID about, byte[] picture, Instant at, Instant now)
            throws PhotoRefused {
        requireRoom(about);
        String owner = subject.toString();
        DataKey key = Objects.requireNonNull(vault.keysOf(List.of(owner), now).get(owner));
        Photo photo = new Photo(id, subject, about, by(), at, picture.length, null);
        byte[] sealed = key.seal(Base64.getEncoder().encodeToString(picture), context(id));
        store.add(photo, new PhotoStore.Sealed(key.id(), sealed));
        record(photo, now);
    }

    private void requireRoom(UUID about) throws PhotoRefused {
        if (store.countOfDuty(about) >= MOST_A_DUTY) {
            throw new PhotoRefused("这项任务已有" + MOST_A_DUTY + "张照片", "the duty has " + MOST_A_DUTY + " photos already");
        }
    }

    private static String by() {
        return Asking.asker().map(Asker::login).orElse("machine");
    }

    /** A photo whose picture lies elsewhere. In the caller's transaction. */
    void addOfSheet(DutyView duty, UUID sheet, UUID key, Instant now) throws PhotoRefused {
        UUID id = ofSheet(duty.id(), sheet);
        if (store.find(id).isEmpty()) {
            requireRoom(duty.id());
            Photo photo = new Photo(id, duty.recordedSubject(), duty.id(), by(), now, 0, sheet);
            store.add(photo, new PhotoStore.Sealed(key, new byte[0]));
            record(photo, now);
        }
    }

    private static UUID ofSheet(UUID duty, UUID sheet) {
        return HashId.of("photo", "sheet", duty.toString(), sheet.toString());
    }

    /** Takes back a photo whose picture lies elsewhere. In the caller's transaction. */
    void takeBack(UUID duty, UUID sheet, String reason, Instant now) {
        UUID id = ofSheet(duty, sheet);
        String key = duty + "/" + id;
        store.takeBack(id, now);
        facts.find(FactId.of(SOURCE, key)).ifPresent(fact -> {
            RawFact retraction = new RawFact(
                    SOURCE,
                    key + "/taken-back",
                    Fact.RETRACTION,
                    1,
                    null,
                    null,
                    0,
                    0,
                    key,
                    fact.subjects(),
                    null,
                    Map.of("reason", reason));
            if (facts.append(List.of(retraction), rules.reader(), now).getFirst() instanceof Append.Refused refused) {
                throw new IllegalStateException("a photo could not be taken back: " + refused.errors());
            }
        });
    }

    private void record(Photo photo, Instant now) {
        String key = photo.duty() + "/" + photo.id();
        if (facts.find(FactId.of(SOURCE, key)).isPresent()) {
            return;
        }
        RawFact fact = new RawFact(
                SOURCE,
                key,
                "photo",
                1,
                null,
                null,
                0,
                0,
                null,
                List.of(new FactSubject(photo.subject().type(), photo.subject())),
                null,
                Map.of(
                        "addedAt",
                                photo.addedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                        "about", photo.duty().toString(),
                        "picture", photo.id().toString()));
        if (facts.append(List.of(fact), rules.reader(), now).getFirst() instanceof Append.Refused refused) {
            throw new IllegalStateException("the fact of a photo was refused: " + refused.errors());
        }
    }

    private static String hash(byte[] picture) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(picture));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Photos about the duty, as far as whoever asks sees its subject. */
    @Transactional(readOnly = true)
    public List<Photo> ofDuty(UUID duty) {
        return store.ofDuty(duty);
    }

    /** Photos of a subject under all its ids, the latest first. */
    @Transactional(readOnly = true)
    public List<Photo> of(Collection<SubjectId> subjects, int limit) {
        return store.of(subjects, limit);
    }

    @Transactional(readOnly = true)
    public Optional<Photo> find(UUID id) {
        return store.find(id);
    }

    /** The picture; empty when the key of its owner was destroyed. Who looks has written that down before. */
    @Transactional(readOnly = true)
    public Optional<byte[]> picture(Photo photo) {
        UUID sheet = photo.sheet();
        Optional<PhotoStore.Sealed> sealed = sheet == null ? store.sealed(photo.id()) : sheets.find(sheet);
        String context = sheet == null ? context(photo.id()) : Sheets.owner(sheet);
        return sealed.flatMap(kept -> vault.byIds(List.of(kept.dataKey())).values().stream()
                        .findFirst()
                        .map(key -> key.open(kept.picture(), context)))
                .map(text -> Base64.getDecoder().decode(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String context(UUID id) {
        return "photos.photo:" + id;
    }
}
