package org.bihuan.app.duties;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.bihuan.app.database.BulkStatement;
import org.bihuan.kernel.DivisionCode;
import org.bihuan.policy.decide.Duty;
import org.bihuan.policy.fact.HashId;
import org.bihuan.policy.fact.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** SQL that writes decisions, duties and measures as differences. Runs in the caller's transaction. Thread-safe. */
@Component
class DutyStore {
    private static final int MOST_ATTEMPTS = 30_000;

    private final JdbcTemplate jdbc;

    DutyStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A decision to be kept. */
    record NewDecision(UUID id, Change change, String body) {}

    void addDecisions(List<NewDecision> decisions) {
        new BulkStatement<>(decisions)
                .column("uuid", NewDecision::id)
                .column("text", each -> each.change().subject().toString())
                .column("timestamptz", each -> each.change().decision().decidedAt())
                .column("uuid", each -> each.change().contentHash())
                .column("text", NewDecision::body)
                .update(jdbc, """
                        insert into duties.decision (id, subject, decided_at, content_hash, body)
                        select * from unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::uuid[], ?::text[])
                        on conflict do nothing
                        """);
    }

    /** What is stored of a duty: under which subject, and the hash of the rest. */
    private record Stored(String subject, UUID contentHash) {}

    private Map<UUID, Stored> duties(Collection<SubjectId> subjects) {
        Map<UUID, Stored> stored = new HashMap<>();
        jdbc.query(
                "select id, subject, content_hash from duties.duty where subject = any(?)",
                rows -> {
                    stored.put(
                            rows.getObject(1, UUID.class),
                            new Stored(rows.getString(2), rows.getObject(3, UUID.class)));
                },
                (Object) StateStore.names(subjects));
        return stored;
    }

    /**
     * A duty, the (canonical) subject under which it stands, and evidence that will be known later.
     *
     * @param contentHash of the rest, worked out once: it costs as much as the duty
     */
    record Standing(SubjectId subject, Duty duty, Duty.@Nullable Met foreseen, UUID contentHash) {
        static Standing of(SubjectId subject, Duty duty, Duty.@Nullable Met foreseen) {
            return new Standing(subject, duty, foreseen, Change.contentHash(duty, foreseen));
        }
    }

    /**
     * Writes what differs: new and changed duties go in, those no longer demanded of their subject go out. A merge moves
     * duties that are otherwise the same from one subject to another.
     */
    void replaceDuties(Collection<SubjectId> subjects, List<Standing> wanted) {
        Map<UUID, Stored> known = duties(subjects);
        Set<UUID> gone = new HashSet<>(known.keySet());
        List<Standing> changed = new ArrayList<>();
        for (Standing each : wanted) {
            gone.remove(each.duty().id());
            Stored now = new Stored(each.subject().toString(), each.contentHash());
            if (!now.equals(known.get(each.duty().id()))) {
                changed.add(each);
            }
        }
        if (!gone.isEmpty()) {
            jdbc.update(
                    "delete from duties.duty where id = any(?) and subject = any(?)",
                    gone.toArray(UUID[]::new),
                    StateStore.names(subjects));
        }
        changed.sort(
                (left, right) -> HashId.compare(left.duty().id(), right.duty().id()));
        upsert(changed);
    }

    private void upsert(List<Standing> duties) {
        new BulkStatement<>(duties)
                .column("uuid", each -> each.duty().id())
                .column("text", each -> each.subject().toString())
                .column("text", each -> each.duty().subject().toString())
                .column("text", each -> each.duty().pack().id())
                .column("uuid", each -> each.duty().episode())
                .column("text", each -> each.duty().obligation())
                .column("text", each -> each.duty().step())
                .column("text", each -> each.duty().kind())
                .column("text", each -> each.duty().owner())
                .column("int8", each -> value(each.duty().division()))
                .column("timestamptz", each -> each.duty().opensAt())
                .column("timestamptz", each -> each.duty().dueAt())
                .column("uuid", each -> ofEvidence(each, Duty.Met::fact))
                .column("timestamptz", each -> ofEvidence(each, Duty.Met::happenedAt))
                .column("timestamptz", each -> ofEvidence(each, Duty.Met::knownAt))
                .column("timestamptz", each -> ofEvidence(each, Duty.Met::recordedAt))
                .column("timestamptz", DutyStore::waived)
                .column("int2", each -> Math.min(each.duty().attempts().size(), MOST_ATTEMPTS))
                .column(
                        "text",
                        each -> each.duty().attempts().isEmpty()
                                ? null
                                : each.duty().attempts().getLast().result())
                .column("timestamptz", each -> each.duty().nextAttemptAt())
                .column("text", each -> each.duty().assignee())
                .column("text", each -> String.join(" ", each.duty().clauses()))
                .column("text", each -> each.duty().wording().zh())
                .column("text", each -> each.duty().wording().en())
                .column("uuid", Standing::contentHash)
                .column("timestamptz", each -> of(each.foreseen(), Duty.Met::happenedAt))
                .column("timestamptz", each -> of(each.foreseen(), Duty.Met::knownAt))
                .update(jdbc, """
                        insert into duties.duty (id, subject, recorded_subject, pack, episode, obligation, step, kind, owner,
                            division, opens_at, due_at, met_fact, met_at, met_known_at, met_recorded_at, waived_at,
                            attempts, last_result, next_attempt_at, assignee, clauses, title_zh, title_en, content_hash,
                            foreseen_at, foreseen_known_at)
                        select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::uuid[],
                            ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::smallint[],
                            ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[],
                            ?::timestamptz[], ?::timestamptz[])
                        on conflict (id) do update set
                            subject = excluded.subject, division = excluded.division, opens_at = excluded.opens_at,
                            due_at = excluded.due_at, met_fact = excluded.met_fact, met_at = excluded.met_at,
                            met_known_at = excluded.met_known_at, met_recorded_at = excluded.met_recorded_at,
                            waived_at = excluded.waived_at, attempts = excluded.attempts,
                            last_result = excluded.last_result, next_attempt_at = excluded.next_attempt_at,
                            assignee = excluded.assignee, clauses = excluded.clauses, owner = excluded.owner,
                            kind = excluded.kind, title_zh = excluded.title_zh, title_en = excluded.title_en,
                            content_hash = excluded.content_hash, foreseen_at = excluded.foreseen_at,
                            foreseen_known_at = excluded.foreseen_known_at
                        """);
    }

    /** A row of a measure with its subject. */
    record StandingMeasure(
            SubjectId subject, int number, @Nullable DivisionCode division, MeasureRow row) {}

    void replaceMeasures(Collection<SubjectId> subjects, List<StandingMeasure> rows) {
        jdbc.update("delete from duties.measure where subject = any(?)", (Object) StateStore.names(subjects));
        new BulkStatement<>(rows)
                .column("text", each -> each.subject().toString())
                .column("int2", StandingMeasure::number)
                .column("text", each -> each.row().measure().kind())
                .column("text", each -> each.row().measure().axis())
                .column("int8", each -> value(each.division()))
                .column("timestamptz", each -> each.row().startsAt())
                .column("timestamptz", each -> each.row().endsAt())
                .column("timestamptz", each -> each.row().measure().from())
                .column("timestamptz", each -> each.row().measure().until())
                .column("timestamptz", each -> each.row().measure().overdueSince())
                .column("text", each -> String.join(" ", each.row().measure().clauses()))
                .update(jdbc, """
                        insert into duties.measure (subject, number, kind, axis, division, starts_at, ends_at, lawful_from,
                                                    lawful_until, overdue_since, clauses)
                        select * from unnest(?::text[], ?::smallint[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[],
                                             ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::text[])
                        """);
    }

    private static @Nullable Object ofEvidence(Standing each, Function<Duty.Met, Object> part) {
        return of(each.duty().met(), part);
    }

    private static @Nullable Object of(Duty.@Nullable Met met, Function<Duty.Met, Object> part) {
        return met == null ? null : part.apply(met);
    }

    private static @Nullable Object waived(Standing each) {
        Duty.Waiver waiver = each.duty().waived();
        return waiver == null ? null : waiver.at();
    }

    private static @Nullable Long value(@Nullable DivisionCode division) {
        return division == null ? null : division.value();
    }
}
