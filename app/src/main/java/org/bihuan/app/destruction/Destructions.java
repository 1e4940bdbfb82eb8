package org.bihuan.app.destruction;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bihuan.app.audit.Certificate;
import org.bihuan.app.audit.Reader;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.identity.Oblivion;
import org.bihuan.app.imports.ImportOblivion;
import org.bihuan.app.imports.ImportRefused;
import org.bihuan.app.rules.Rules;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FieldError;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Destroys what tells who people are, once two have said so. Thread-safe. */
@Service
public class Destructions {
    private static final int LONGEST_REASON = 200;
    /** Kinds of fact that say who somebody is, and that everybody has: they do not keep anybody out of an outbreak. */
    private static final Set<String> REGISTER = Set.of("person", "guardianship");

    private final WishStore store;
    private final Oblivion oblivion;
    private final Facts facts;
    private final Rules rules;
    private final ImportOblivion imports;

    Destructions(WishStore store, Oblivion oblivion, Facts facts, Rules rules, ImportOblivion imports) {
        this.imports = imports;
        this.store = store;
        this.oblivion = oblivion;
        this.facts = facts;
        this.rules = rules;
    }

    /**
     * Asks for it. Nothing is destroyed yet.
     *
     * @param id made by whoever asks, so that asking twice is asking once
     * @throws DestructionRefused when there is nothing of the kind in the asker's region, or no reason is given
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
        switch (scope) {
            case Scope.Person person -> requireKnown(person);
            case Scope.Outbreak outbreak -> requireOwn(outbreak, now);
        }
        store.insert(new Wish(id, scope, known, by, now, null, null, null));
    }

    /** Whoever is somebody else's is told apart from nobody by nothing. */
    private void requireKnown(Scope.Person person) {
        boolean known = person.subject().type().equals("person")
                && person.subject().id().indexOf('\0') < 0
                && facts.read(facts.groups(List.of(person.subject()))).values().stream()
                        .anyMatch(own -> !own.facts().isEmpty());
        if (!known) {
            throw new DestructionRefused(FieldError.of(
                    "subject",
                    person.subject().toString(),
                    "destruction.nobody",
                    "本地区没有此人；请核对编号",
                    "is nobody in your region: check the id"));
        }
    }

    private void requireOwn(Scope.Outbreak outbreak, Instant now) {
        for (String kind : outbreak.kinds()) {
            if (rules.catalogue().find(kind).isEmpty() || REGISTER.contains(kind)) {
                throw new DestructionRefused(FieldError.of(
                        "kinds",
                        kind,
                        "destruction.kind",
                        "不是疫情中会发生的事实种类；如 arrival",
                        "is no kind of fact that belongs to an outbreak, such as arrival"));
            }
        }
        if (outbreak.kinds().isEmpty() || !Asking.sight().sees(outbreak.division())) {
            throw new DestructionRefused(FieldError.of(
                    "division",
                    outbreak.division().toString(),
                    "destruction.division",
                    "须为本地区的12位区划代码，并至少选一种事实",
                    "is the 12-digit code of a place in your region, with at least one kind of fact"));
        }
        if (outbreak.before().isAfter(now)) {
            throw new DestructionRefused(FieldError.of(
                    "before",
                    outbreak.before().toString(),
                    "destruction.ahead",
                    "晚于现在；疫情结束后才能销毁",
                    "lies ahead of now: an outbreak is over first"));
        }
    }

    /**
     * Agrees, and destroys at once.
     *
     * @param by who agrees; never who asked
     * @throws DestructionRefused when it is the same person, it is done already, nobody is left to be forgotten, or a ledger
     *     that holds one of them is being taken
     */
    @Transactional
    public void approve(UUID id, String by, Instant now) {
        Wish wish = store.lockOpen(id).orElseThrow(() -> Agreement.gone(id));
        switch (wish.scope()) {
            case Scope.Person person -> requireKnown(person);
            case Scope.Outbreak outbreak -> requireOwn(outbreak, now);
        }
        Reader asker = Reader.named(wish.askedBy());
        Oblivion.Outcome outcome = switch (wish.scope()) {
            case Scope.Person person -> oblivion.ofPeople(List.of(person.subject()), wish.reason(), asker, by, now);
            case Scope.Outbreak outbreak ->
                oblivion.ofOutbreak(
                        outbreak.kinds(),
                        REGISTER,
                        outbreak.division(),
                        outbreak.before(),
                        wish.reason(),
                        asker,
                        by,
                        now);
        };
        switch (outcome) {
            case Oblivion.Outcome.Refused refused ->
                throw new DestructionRefused(refused.errors().getFirst());
            case Oblivion.Outcome.Destroyed destroyed -> {
                forgetUploads(destroyed.subjects());
                Certificate certificate = destroyed.certificate();
                store.done(id, by, now, certificate.number(), certificate.subjects());
            }
        }
    }

    private void forgetUploads(Set<SubjectId> people) {
        try {
            imports.forgetPeople(people);
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
