package org.bihuan.app.destruction;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bihuan.app.audit.Action;
import org.bihuan.app.audit.Audit;
import org.bihuan.app.audit.Looked;
import org.bihuan.app.audit.Reader;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.facts.Finder;
import org.bihuan.policy.fact.SubjectId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is kept for law cases: one asks, another agrees, and the same to lift it before its time. Thread-safe. */
@Service
public class Holds {
    private static final int SHOWN = 100;

    private final HoldStore store;
    private final Scopes scopes;
    private final Facts facts;
    private final Finder finder;
    private final Audit audit;

    Holds(HoldStore store, Scopes scopes, Facts facts, Finder finder, Audit audit) {
        this.store = store;
        this.scopes = scopes;
        this.facts = facts;
        this.finder = finder;
        this.audit = audit;
    }

    /**
     * Asks for one; it is not in force yet.
     *
     * @param hold its id is made by whoever asks, so that twice is once
     * @throws DestructionRefused when there is nobody of the kind in the asker's region, or something is missing
     */
    @Transactional
    public void ask(Hold hold, Instant now) {
        HoldWords.require(hold, now);
        scopes.require(hold.scope(), hold.until());
        if (store.insert(hold)) {
            write(hold, hold.askedBy(), "asked", now);
        }
    }

    /**
     * Agrees; from now on it is in force.
     *
     * @throws DestructionRefused when it is who asked, or it waits no longer
     */
    @Transactional
    public void approve(UUID id, String by, Instant now) {
        Hold hold = store.lock(id).filter(Hold::isOpen).orElseThrow(() -> Agreement.gone(id));
        scopes.require(hold.scope(), hold.until());
        Agreement.requireOther(by, hold.askedBy());
        store.note(id, "approved", by, now);
        write(hold, by, "in force", now);
    }

    /**
     * Wants it lifted; the second one lifts it.
     *
     * @throws DestructionRefused when it is in force no longer, or the same person has said so already
     */
    @Transactional
    public void lift(UUID id, String by, Instant now) {
        Hold hold = store.lock(id).filter(each -> each.isInForce(now)).orElseThrow(() -> Agreement.gone(id));
        scopes.require(hold.scope(), hold.until());
        if (hold.liftAskedBy() == null) {
            store.note(id, "lift_asked", by, now);
            write(hold, by, "lifting asked", now);
        } else {
            Agreement.requireOther(by, hold.liftAskedBy());
            store.note(id, "lifted", by, now);
            write(hold, by, "lifted", now);
        }
    }

    private void write(Hold hold, String by, String what, Instant now) {
        List<Looked> people = hold.scope() instanceof Scope.Person person
                ? List.of(Looked.at(person.subject().toString()))
                : List.of();
        audit.record(Reader.named(by), hold.orderedBy() + " " + hold.basis(), Action.HOLD, people, what, now);
    }

    /** The latest ones first. */
    @Transactional(readOnly = true)
    public List<Hold> list() {
        return store.list(SHOWN);
    }

    /** Everybody who is kept now, under every id they have, with why. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public Map<SubjectId, Hold> held(Instant now) {
        Map<SubjectId, Hold> held = new HashMap<>();
        for (Hold hold : store.inForce(now)) {
            List<SubjectId> people = switch (hold.scope()) {
                case Scope.Person person -> List.of(person.subject());
                case Scope.Outbreak outbreak ->
                    finder.touchedBy(outbreak.kinds(), outbreak.division(), outbreak.before());
            };
            facts.groups(people).values().forEach(group -> group.forEach(each -> held.putIfAbsent(each, hold)));
        }
        return held;
    }

    /** Those in force. */
    @Transactional(readOnly = true)
    public List<UUID> inForce(Instant now) {
        return store.inForce(now).stream().map(Hold::id).toList();
    }
}
