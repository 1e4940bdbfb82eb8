package org.bihuan.app.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.vault.KeyedHash;
import org.bihuan.policy.format.FactReader;
import org.bihuan.policy.format.FieldError;
import org.bihuan.policy.format.RawFact;
import org.springframework.stereotype.Component;

/** What becomes of personal data on their way into the record: sealed, hashed, findable. Thread-safe. */
@Component
class Intake {
    private final Secrecy secrecy;
    private final Lookups lookups;
    private final LookupStore store;
    private final KeyedHash hash;
    private final DestroyedCheck destroyed;

    Intake(Secrecy secrecy, Lookups lookups, LookupStore store, KeyedHash hash, DestroyedCheck destroyed) {
        this.destroyed = destroyed;
        this.secrecy = secrecy;
        this.lookups = lookups;
        this.store = store;
        this.hash = hash;
    }

    /** Why facts are refused that would bring back whose data were destroyed, by their place in the list. */
    Map<Integer, FieldError> destroyed(List<RawFact> sent, FactReader reader, Instant now) {
        return destroyed.errors(sent, reader, now);
    }

    UUID contentHash(RawFact raw) {
        return ContentHash.of(hash, raw);
    }

    /** Whether the fact says what the one said whose hash was kept. */
    boolean isRepeat(UUID kept, RawFact raw) {
        return ContentHash.fits(kept, hash, raw);
    }

    List<NewFact> seal(List<NewFact> plain, FactReader reader, Instant now) {
        return secrecy.seal(plain, reader, now);
    }

    /** Makes the recorded facts findable, from what they said openly. */
    void index(List<NewFact> plain, FactReader reader) {
        List<Lookup> lines = new ArrayList<>();
        plain.forEach(each -> lines.addAll(lookups.of(each.fact(), reader)));
        store.insert(lines);
    }
}
