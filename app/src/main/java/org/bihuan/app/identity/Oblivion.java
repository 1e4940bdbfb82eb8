package org.bihuan.app.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bihuan.app.audit.Action;
import org.bihuan.app.audit.Audit;
import org.bihuan.app.audit.Certificate;
import org.bihuan.app.audit.Certificates;
import org.bihuan.app.audit.Looked;
import org.bihuan.app.audit.Reader;
import org.bihuan.app.facts.Destroyed;
import org.bihuan.app.facts.DestroyedDocuments;
import org.bihuan.app.facts.Facts;
import org.bihuan.app.facts.Finder;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.fact.SubjectId;
import org.bihuan.policy.format.FieldError;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Destroys what can tell who people are, by destroying their keys, under a certificate. What happened, where and when
 * stays, and so do figures, decisions and the record of reading; to whom it happened, nobody can say any more. Thread-safe.
 */
@Service
public class Oblivion {
    private final Facts facts;
    private final Finder finder;
    private final Certificates certificates;
    private final Audit audit;
    private final DestroyedDocuments destroyed;
    private final TransactionTemplate transaction;

    Oblivion(
            Facts facts,
            Finder finder,
            Certificates certificates,
            Audit audit,
            DestroyedDocuments destroyed,
            TransactionTemplate transaction) {
        this.destroyed = destroyed;
        this.facts = facts;
        this.finder = finder;
        this.certificates = certificates;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /**
         * Destroyed.
         *
         * @param subjects of whom, under every id they had
         */
        record Destroyed(Certificate certificate, Set<SubjectId> subjects) implements Outcome {
            public Destroyed {
                subjects = Set.copyOf(subjects);
            }
        }

        /** Not done; the errors say why. */
        record Refused(List<FieldError> errors) implements Outcome {
            public Refused {
                errors = List.copyOf(errors);
            }
        }
    }

    /**
     * Destroys the data of people and of everybody merged with them.
     *
     * @param approvedBy who agreed; somebody else
     */
    public Outcome ofPeople(
            Collection<SubjectId> people, String reason, Reader reader, String approvedBy, Instant now) {
        Set<SubjectId> all = new TreeSet<>();
        facts.groups(people).values().forEach(all::addAll);
        return destroy(
                new Certificates.Order("person", people.size() + " people", reason, reader.user(), approvedBy),
                all,
                reader,
                now,
                now);
    }

    /**
     * Everybody of an outbreak: who has a fact of the kinds in the division before the moment, and no fact of a kind that
     * the outbreak does not explain.
     *
     * @param kinds kinds of fact that belong to the outbreak
     * @param also kinds that everybody has, such as the register's
     */
    public Set<SubjectId> outbreak(Set<String> kinds, Set<String> also, DivisionCode division, Instant before) {
        return new TreeSet<>(finder.onlyIn(kinds, also, division, before));
    }

    /**
     * Destroys the data of those of an outbreak.
     *
     * @param scope the outbreak, without personal data
     * @param before when it was over
     */
    public Outcome ofOutbreak(
            Set<SubjectId> people,
            String scope,
            Instant before,
            String reason,
            Reader reader,
            String approvedBy,
            Instant now) {
        return destroy(
                new Certificates.Order("outbreak", scope, reason, reader.user(), approvedBy),
                people,
                reader,
                before,
                now);
    }

    /**
     * Destroys the data of people that have been kept for as long as they may be.
     *
     * @param order where, until when and who said for how long
     * @param before since when nothing has been heard of them
     */
    public Outcome whoseTimeIsOver(
            Collection<SubjectId> people, Certificates.Order order, Reader reader, Instant before, Instant now) {
        Set<SubjectId> all = new TreeSet<>();
        facts.groups(people).values().forEach(all::addAll);
        return destroy(order, all, reader, before, now);
    }

    /** What happened before the moment comes back by no old list afterwards; what happens later is somebody new. */
    private Outcome destroy(Certificates.Order order, Set<SubjectId> all, Reader reader, Instant before, Instant now) {
        List<FieldError> errors = errors(order, all);
        if (!errors.isEmpty()) {
            return new Outcome.Refused(errors);
        }
        List<String> ids = all.stream().map(SubjectId::toString).toList();
        audit.record(
                reader,
                order.reason(),
                Action.DESTROY,
                ids.stream().map(Looked::at).toList(),
                order.kind() + " " + Certificates.hash(ids),
                now);
        Certificate certificate = transaction.execute(status -> {
            Finder.Forgotten forgotten = finder.forget(all, now);
            Certificate issued = certificates.issue(order, ids, forgotten.keys(), now);
            destroyed.remember(all, forgotten.documents(), new Destroyed(issued.number(), before), now);
            return issued;
        });
        return new Outcome.Destroyed(Optional.ofNullable(certificate).orElseThrow(), all);
    }

    private static List<FieldError> errors(Certificates.Order order, Set<SubjectId> all) {
        List<FieldError> errors = new ArrayList<>();
        if (order.reason().isBlank()) {
            errors.add(FieldError.of("reason", order.reason(), "destruction.reason", "必填", "is required"));
        }
        if (order.approvedBy().isBlank() || order.approvedBy().equals(order.user())) {
            errors.add(FieldError.of(
                    "approvedBy", order.approvedBy(), "destruction.approval", "须由另一人批准", "somebody else has to agree"));
        }
        if (all.isEmpty()) {
            errors.add(FieldError.of("subjects", order.scope(), "destruction.nobody", "没有符合的人", "there is nobody"));
        }
        return errors;
    }
}
