package org.bihuan.app.residents;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bihuan.app.authority.Asking;
import org.bihuan.app.facts.Append;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.notices.Notice;
import org.bihuan.app.notices.Notices;
import org.bihuan.app.rules.Rules;
import org.bihuan.app.vault.DataKey;
import org.bihuan.app.vault.Vault;
import org.bihuan.policy.decide.Suspension;
import org.bihuan.policy.fact.FactSubject;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.RawFact;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Appeals: filed by residents, answered by somebody else than who issued the notice. Both are facts. Thread-safe. */
@Service
class Appeals {
    private static final String SOURCE = "appeals";

    private final AppealStore store;
    private final AppealRules appealRules;
    private final Notices notices;
    private final Vault vault;
    private final Facts facts;
    private final Rules rules;

    Appeals(AppealStore store, AppealRules appealRules, Notices notices, Vault vault, Facts facts, Rules rules) {
        this.store = store;
        this.appealRules = appealRules;
        this.notices = notices;
        this.vault = vault;
        this.facts = facts;
        this.rules = rules;
    }

    /**
     * Files an appeal; sent twice, or while another waits, it changes nothing.
     *
     * @param ground one of the rules' grounds; says in what time it is answered
     * @param asksSuspension whether the measure should not be carried out until the answer
     */
    @Transactional(label = Asking.MACHINE)
    public void file(Notice notice, UUID id, String ground, String words, boolean asksSuspension, Instant now) {
        AppealRules.Ground known = Objects.requireNonNull(appealRules.grounds().get(ground), ground);
        String owner = notice.subject().toString();
        DataKey key = Objects.requireNonNull(vault.keysOf(List.of(owner), now).get(owner));
        Appeal appeal = new Appeal(
                id,
                notice.id(),
                notice.number(),
                notice.subject(),
                ground,
                now,
                now.plus(known.time()),
                asksSuspension,
                null,
                null,
                null,
                null);
        if (store.add(appeal, key.id(), key.seal(words, context(id, "words")))) {
            record(
                    notice.subject(),
                    "appeal",
                    id,
                    Map.of(
                            "filedAt", now.toString(),
                            "number", notice.number(),
                            "reason", known.wording().zh(),
                            "answerBy", appeal.dueAt().toString()),
                    now);
        }
    }

    /** What comes of an answer. */
    enum Answered {
        DONE,
        /** By who had the notice issued: somebody else has to. */
        NOT_BY_YOU,
        ALREADY
    }

    /**
     * Answers an appeal; the answer goes out as a document of its own.
     *
     * @param by log-in of who answers
     */
    @Transactional(label = Asking.MACHINE)
    public Answered answer(Appeal appeal, String by, String outcome, String answer, Instant now) {
        if (notices.issuedBy(appeal.notice()).equals(by)) {
            return Answered.NOT_BY_YOU;
        }
        appeal = store.lock(appeal.id()).orElseThrow(); // so that a suspension granted at this moment ends too
        if (!appeal.isOpen()) {
            return Answered.ALREADY;
        }
        Notice about = notices.find(appeal.notice()).orElseThrow();
        String words = Objects.requireNonNull(appealRules.outcomes().get(outcome), outcome)
                .zh();
        DataKey key = vault
                .byIds(List.of(store.sealed(appeal.id()).orElseThrow().dataKey()))
                .values()
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the person's key was destroyed"));
        if (appeal.suspends(now)) {
            record(
                    appeal.subject(),
                    Suspension.ENDED,
                    appeal.id(),
                    Map.of("endedAt", now.toString(), "number", appeal.number()),
                    now);
        }
        UUID reply = notices.reply(about, appeal.id(), words, answer, now);
        if (!store.answer(appeal.id(), by, outcome, key.seal(answer, context(appeal.id(), "answer")), reply, now)) {
            throw new IllegalStateException("somebody else answers the appeal at this moment");
        }
        record(
                appeal.subject(),
                "appeal-answer",
                appeal.id(),
                Map.of("answeredAt", now.toString(), "number", appeal.number(), "outcome", words),
                now);
        return Answered.DONE;
    }

    /** What comes of granting a suspension. */
    enum Granted {
        DONE,
        /** On a ground that is not open to whoever asks, or for too long. */
        NOT_SO,
        ALREADY
    }

    /**
     * Suspends the measure until the answer, or a moment: a fact, and a document of its own. Once an appeal.
     *
     * @param by log-in of who grants it
     */
    @Transactional(label = Asking.MACHINE)
    public Granted suspend(UUID id, String by, String ground, Instant until, String words, Instant now) {
        Appeal appeal = store.lock(id).orElseThrow();
        SuspensionRules suspensions = appealRules.suspension();
        SuspensionRules.Ground known =
                suspensions.grounds(granter(appeal, by), appeal).get(ground);
        if (known == null || !until.isAfter(now) || until.isAfter(suspensions.latest(now))) {
            return Granted.NOT_SO;
        }
        if (!store.suspend(id, new Appeal.Suspended(now, until, by, ground))) {
            return Granted.ALREADY;
        }
        Notice about = notices.find(appeal.notice()).orElseThrow();
        record(
                appeal.subject(),
                Suspension.GRANTED,
                id,
                Map.of(
                        "suspendedAt", now.toString(),
                        "until", until.toString(),
                        "number", appeal.number(),
                        "measure", about.measure(),
                        "by", by,
                        "reason", known.wording().zh()),
                now);
        notices.suspension(about, id, known.wording().zh(), until, words, now);
        return Granted.DONE;
    }

    /** As whom somebody grants it: who had the notice issued does so as its issuer, anybody else as who answers. */
    SuspensionRules.Granter granter(Appeal appeal, String by) {
        return notices.issuedBy(appeal.notice()).equals(by)
                ? SuspensionRules.Granter.ISSUER
                : SuspensionRules.Granter.ANSWERER;
    }

    private void record(SubjectId subject, String kind, UUID id, Map<String, Object> payload, Instant now) {
        RawFact fact = new RawFact(
                SOURCE,
                kind + ":" + id,
                kind,
                1,
                null,
                null,
                0,
                0,
                null,
                List.of(new FactSubject(subject.type(), subject)),
                null,
                payload);
        Append answer = Asking.asMachine(
                () -> facts.append(List.of(fact), rules.reader(), now).getFirst());
        if (answer instanceof Append.Refused refused) {
            throw new IllegalStateException(
                    "the fact of an appeal was refused: " + refused.errors().size());
        }
    }

    /** The words of an appeal and of its answer. */
    record Words(String words, String answer) {}

    /** Opens what was written; who reads it has written that down before. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public Words words(UUID id) {
        AppealStore.Sealed sealed = store.sealed(id).orElseThrow();
        Optional<DataKey> key =
                vault.byIds(List.of(sealed.dataKey())).values().stream().findFirst();
        byte[] answer = sealed.answer();
        return new Words(
                key.map(each -> each.open(sealed.words(), context(id, "words"))).orElse(""),
                answer == null
                        ? ""
                        : key.map(each -> each.open(answer, context(id, "answer")))
                                .orElse(""));
    }

    private static String context(UUID id, String column) {
        return "residents.appeal:" + id + ":" + column;
    }

    @Transactional(readOnly = true)
    public List<Appeal> open(int limit) {
        return store.open(limit);
    }

    @Transactional(readOnly = true)
    public List<Appeal> answered(int limit) {
        return store.answered(limit);
    }

    /** How many wait, as whoever asks sees them. */
    @Transactional(readOnly = true)
    public AppealStore.Waiting waiting(Instant now) {
        return store.waiting(now);
    }

    @Transactional(readOnly = true)
    public Optional<Appeal> find(UUID id) {
        return store.find(id);
    }

    /** All against the notice, the latest first. */
    @Transactional(readOnly = true, label = Asking.MACHINE)
    public List<Appeal> ofNotice(UUID notice) {
        return store.ofNotice(notice);
    }
}
