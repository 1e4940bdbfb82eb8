package org.bihuan.app.destruction;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bihuan.app.audit.Certificate;
import org.bihuan.app.audit.Reader;
import org.bihuan.app.identity.Oblivion;
import org.bihuan.app.imports.ImportRefused;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FieldError;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Destroys what tells who people are, once two have said so. Thread-safe. */
@Service
public class Destructions {
    private static final int LONGEST_REASON = 200;

    private final WishStore store;
    private final Oblivion oblivion;
    private final Scopes scopes;
    private final Holds holds;
    private final KeptCopies copies;

    Destructions(WishStore store, Oblivion oblivion, Scopes scopes, Holds holds, KeptCopies copies) {
        this.store = store;
        this.oblivion = oblivion;
        this.scopes = scopes;
        this.holds = holds;
        this.copies = copies;
    }

    /**
     * Asks for it. Nothing is destroyed yet.
     *
     * @param id made by whoever asks, so that asking twice is asking once
     * @throws DestructionRefused when there is nothing of the kind in the asker's region, no reason is given, or the person
     *     is kept for a law case
     */
    @Transactional
    public void ask(UUID id, Scope scope, String reason, String by, Instant now) {
        String known = reason.strip();
        if (known.isEmpty()
                || known.length() > LONGEST_REASON
                || known.codePoints().anyMatch(Character::isISOControl)) {
            throw new DestructionRefused(FieldError.of(
                    "reason",
                    known,
                    "destruction.reason",
                    "须写明理由，1至" + LONGEST_REASON + "个字；它会写进销毁证明",
                    "has 1 to " + LONGEST_REASON + " characters; it will stand in the certificate"));
        }
        scopes.require(scope, now);
        if (scope instanceof Scope.Person person) {
            requireFree(person, holds.held(now));
        }
        store.insert(new Wish(id, scope, known, by, now, null, null, null));
    }

    private static void requireFree(Scope.Person person, Map<SubjectId, Hold> held) {
        Hold hold = held.get(person.subject());
        if (hold != null) {
            throw hold.refusal("subject");
        }
    }

    /**
     * Agrees, and destroys at once. Of an outbreak, who is kept for a law case stays; the certificate says how many.
     *
     * @param by who agrees; never who asked
     * @throws DestructionRefused when it is the same person, it is done already, nobody is left to be forgotten, all are
     *     kept for a law case, or a ledger that holds one of them is being taken
     */
    @Transactional
    public void approve(UUID id, String by, Instant now) {
        Wish wish = store.lockOpen(id).orElseThrow(() -> Agreement.gone(id));
        scopes.require(wish.scope(), now);
        Map<SubjectId, Hold> held = holds.held(now);
        Oblivion.Outcome outcome = switch (wish.scope()) {
            case Scope.Person person -> {
                requireFree(person, held);
                yield oblivion.ofPeople(
                        List.of(person.subject()), wish.reason(), Reader.named(wish.askedBy()), by, now);
            }
            case Scope.Outbreak outbreak -> ofOutbreak(wish, outbreak, held, by, now);
        };
        switch (outcome) {
            case Oblivion.Outcome.Refused refused ->
                throw new DestructionRefused(refused.errors().getFirst());
            case Oblivion.Outcome.Destroyed destroyed -> {
                forgetUploads(destroyed.subjects(), held.keySet(), now);
                Certificate certificate = destroyed.certificate();
                store.done(id, by, now, certificate.number(), certificate.subjects());
            }
        }
    }

    private Oblivion.Outcome ofOutbreak(
            Wish wish, Scope.Outbreak outbreak, Map<SubjectId, Hold> held, String by, Instant now) {
        Set<SubjectId> all =
                oblivion.outbreak(outbreak.kinds(), Scopes.REGISTER, outbreak.division(), outbreak.before());
        Set<SubjectId> free = new TreeSet<>(all);
        free.removeAll(held.keySet());
        if (free.isEmpty() && !all.isEmpty()) {
            throw Objects.requireNonNull(held.get(all.iterator().next())).refusal("division");
        }
        String kept = free.size() == all.size() ? "" : ", held " + (all.size() - free.size());
        return oblivion.ofOutbreak(
                free, outbreak.text() + kept, outbreak.before(), wish.reason(), Reader.named(wish.askedBy()), by, now);
    }

    private void forgetUploads(Set<SubjectId> people, Set<SubjectId> held, Instant now) {
        try {
            copies.forgetPeople(people, held, now);
        } catch (ImportRefused e) {
            throw new DestructionRefused(FieldError.of(
                    "subject", "", e.code(), e.wording().zh(), e.wording().en()));
        }
    }

    /** The latest wishes. */
    @Transactional(readOnly = true)
    public List<Wish> list(int limit) {
        return store.list(limit);
    }
}
