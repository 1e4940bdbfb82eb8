package org.bihuan.app.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.vault.DataKey;
import org.bihuan.app.vault.Vault;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.kernel.IdentityDocument;
import org.bihuan.kernel.NumberPlate;
import org.bihuan.kernel.PhoneNumber;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds people by what is sealed, without opening it. What was corrected or taken back is still found here: whoever asks
 * compares with what stands. Thread-safe.
 */
@Service
public class Finder {
    private final LookupStore store;
    private final Lookups lookups;
    private final PersonNumbers numbers;
    private final Vault vault;
    private final SilentStore silent;
    private final DestroyedStore destroyed;
    private final FactStore facts;

    Finder(
            LookupStore store,
            Lookups lookups,
            PersonNumbers numbers,
            Vault vault,
            SilentStore silent,
            DestroyedStore destroyed,
            FactStore facts) {
        this.destroyed = destroyed;
        this.facts = facts;
        this.silent = silent;
        this.store = store;
        this.lookups = lookups;
        this.numbers = numbers;
        this.vault = vault;
    }

    /** Everybody who ever was said to have the document. */
    @Transactional(readOnly = true)
    public List<SubjectId> byDocument(IdentityDocument document, int limit) {
        return subjects(store.byHash(numbers.hashOf(document), limit));
    }

    /** Everybody who ever was said to have the document of the keyed hash. */
    @Transactional(readOnly = true)
    public List<SubjectId> byHash(UUID document, int limit) {
        return subjects(store.byHash(document, limit));
    }

    /** Everybody who ever was said to be called so, letter by letter. */
    @Transactional(readOnly = true)
    public List<SubjectId> byWholeName(String name, int limit) {
        return lookups.ofWholeName(name)
                .map(hash -> subjects(store.byHash(hash, limit)))
                .orElse(List.of());
    }

    /** Everybody who ever was said to have the telephone. */
    @Transactional(readOnly = true)
    public List<SubjectId> byPhone(PhoneNumber phone, int limit) {
        return subjects(store.byHash(lookups.ofPhone(phone), limit));
    }

    /** Everybody who ever was said to have a telephone that ends so; four digits are many people. */
    @Transactional(readOnly = true)
    public List<SubjectId> byPhoneEnd(String lastFour, int limit) {
        return subjects(store.byHash(lookups.ofPhoneEnd(lastFour), limit));
    }

    /** Everybody and every vehicle that a fact names with the plate. */
    @Transactional(readOnly = true)
    public List<SubjectId> byPlate(NumberPlate plate, int limit) {
        return subjects(store.byHash(lookups.ofPlate(plate), limit));
    }

    /**
     * Everybody whose name holds every two neighbouring characters of the text.
     *
     * @param within divisions, one of which they must be in; none for anywhere
     */
    @Transactional(readOnly = true)
    public List<SubjectId> byName(String name, List<DivisionCode> within, int limit) {
        Set<UUID> hashes = lookups.ofSearchedName(name);
        return hashes.isEmpty() ? List.of() : subjects(store.byHashes(hashes, within, limit));
    }

    /** Subjects that share a document, group by group after the last one seen. */
    @Transactional(readOnly = true)
    public Map<UUID, List<SubjectId>> sharingDocument(UUID after, int limit) {
        Map<UUID, List<SubjectId>> groups = new LinkedHashMap<>();
        store.shared(after, limit).forEach((hash, group) -> groups.put(hash, subjects(group)));
        return groups;
    }

    /**
     * Claims of documents that the subjects make or that are made on documents of theirs, and that nobody has confirmed: the
     * owners of the document, none for one that nobody is known by, by who claims it.
     */
    @Transactional(readOnly = true)
    public Map<SubjectId, List<SubjectId>> claims(Collection<SubjectId> subjects) {
        Map<SubjectId, List<SubjectId>> claims = new LinkedHashMap<>();
        store.claims(subjects.stream().map(SubjectId::toString).toList())
                .forEach((claimant, owners) -> claims.put(SubjectId.parse(claimant), subjects(owners)));
        return claims;
    }

    /** Whether all of the subjects were ever said to have one document. */
    @Transactional(readOnly = true)
    public boolean shareDocument(Set<SubjectId> subjects) {
        return store.shareDocument(subjects.stream().map(SubjectId::toString).toList());
    }

    /** The numbers of resident cards that sources called the subjects by. Open: write down who reads before. */
    @Transactional(readOnly = true)
    public Map<SubjectId, String> numbersOf(Collection<SubjectId> subjects) {
        List<String> ids = subjects.stream().map(SubjectId::toString).toList();
        Map<SubjectId, String> numbers = new LinkedHashMap<>();
        Map<LookupStore.SealedNumber, byte[]> sealed = store.numbersOf(ids);
        Map<String, DataKey> keys = vault.find(ids);
        sealed.forEach((number, bytes) -> {
            DataKey key = keys.get(number.subject());
            if (key != null) {
                numbers.put(SubjectId.parse(number.subject()), key.open(bytes, "number:" + number.hash()));
            }
        });
        return numbers;
    }

    /**
     * People who have a fact of one of the kinds in the division that happened before the moment, and no fact of another
     * kind, in another division or later.
     *
     * @param also kinds of fact that do not count either way
     */
    @Transactional(readOnly = true)
    public List<SubjectId> onlyIn(Set<String> kinds, Set<String> also, DivisionCode division, Instant before) {
        return subjects(store.onlyIn(kinds, also, division, before));
    }

    /** People of whom a fact of one of the kinds speaks that happened in the division, or nobody said where, before the moment. */
    @Transactional(readOnly = true)
    public List<SubjectId> touchedBy(Set<String> kinds, DivisionCode division, Instant before) {
        return subjects(silent.touchedBy(kinds, division, before));
    }

    /**
     * People in the division, by canonical id, of whom nothing has happened or been recorded since the moment, and who have
     * not been forgotten yet. Who was ever elsewhere too is not among them; who was nowhere is the city's.
     *
     * @param after id of the last one seen, empty to begin
     */
    @Transactional(readOnly = true)
    public List<SubjectId> silentSince(DivisionCode division, Instant moment, String after, int limit) {
        return subjects(silent.list(division, moment, after, limit));
    }

    /** How many there are. */
    @Transactional(readOnly = true)
    public long countSilentSince(DivisionCode division, Instant moment) {
        return silent.count(division, moment);
    }

    /**
     * Destroys what can tell who the subjects are: keys and index. Facts, hashes of contents and decisions stay. Nobody
     * records a fact until the caller's transaction ends, so that none brings back what is destroyed at this moment.
     */
    @Transactional
    public Forgotten forget(Collection<SubjectId> subjects, Instant now) {
        facts.lock(true);
        List<String> ids = subjects.stream().map(SubjectId::toString).toList();
        silent.forget(ids, now);
        facts.mark(store.claimants(ids)); // what lists derive of their claims ends too
        Set<UUID> documents = destroyed.documentsOf(ids);
        return new Forgotten(vault.destroy(ids, now).size(), store.delete(ids), documents);
    }

    /**
     * What a destruction took.
     *
     * @param keys data keys destroyed
     * @param lines lines of the index deleted
     * @param documents keyed hashes of the documents they had
     */
    public record Forgotten(int keys, int lines, Set<UUID> documents) {
        public Forgotten {
            documents = Set.copyOf(documents);
        }
    }

    private static List<SubjectId> subjects(Collection<String> ids) {
        Set<SubjectId> subjects = new LinkedHashSet<>();
        ids.forEach(each -> subjects.add(SubjectId.parse(each)));
        return new ArrayList<>(subjects);
    }
}
