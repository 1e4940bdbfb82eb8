package org.bihuan.app.briefing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts rows of facts and duties straight into the database, for lists that do not read what they say. */
final class CityRows {
    private final JdbcClient owner;

    CityRows(JdbcClient owner) {
        this.owner = owner;
    }

    /** A fact. */
    record FactRow(
            UUID id,
            List<String> subjects,
            String kind,
            Instant at,
            @Nullable Long division,
            @Nullable UUID corrects) {}

    void add(FactRow fact) {
        owner.sql("""
                        insert into facts.fact (id, source, key, kind, schema, occurred_at, stated_at, position, recorded_at, trust,
                                                corrects, division, subjects, fields, payload, content_hash, declaration)
                        values (:id, 'twin', :key, :kind, 1, :at, :at, 0, :at, 0, :corrects, :division, '', '', '', :id, :id)
                        """)
                .param("id", fact.id())
                .param("key", fact.id().toString())
                .param("kind", fact.kind())
                .param("at", utc(fact.at()))
                .param("corrects", fact.corrects(), java.sql.Types.OTHER)
                .param("division", fact.division(), java.sql.Types.BIGINT)
                .update();
        fact.subjects()
                .forEach(subject -> owner.sql("insert into facts.fact_subject values (:subject, :id)")
                        .param("subject", subject)
                        .param("id", fact.id())
                        .update());
    }

    void addAlias(String subject, String canonical) {
        owner.sql("insert into facts.alias values (:subject, :canonical)")
                .param("subject", subject)
                .param("canonical", canonical)
                .update();
    }

    void addPin(String subject, Instant at) {
        owner.sql("""
                        insert into duties.pin (subject, episode, pack, hash, settings_version, lists, pinned_at)
                        values (:subject, :episode, 'p', 'h', 's', 0, :at)
                        """)
                .param("subject", subject)
                .param("episode", UUID.randomUUID())
                .param("at", utc(at))
                .update();
    }

    /** So many duties that became late one second after another before a moment, over the counties of Anshan. */
    void addLate(int number, Instant until) {
        owner.sql("""
                        insert into duties.duty (id, subject, recorded_subject, pack, episode, obligation, step, kind, owner,
                            division, opens_at, due_at, attempts, clauses, title_zh, title_en, content_hash)
                        select gen_random_uuid(), 'person:late' || i, 'person:late' || i, 'p', gen_random_uuid(), 'o', 's', 'k',
                               'community', 210302000000 + 1000000 * (i % 3), cast(:until as timestamptz) - interval '30 days',
                               cast(:until as timestamptz) - i * interval '1 second', 0, 'A-1 A-2', '上门核实' || i,
                               'Call at the door ' || i, gen_random_uuid()
                          from generate_series(1, :number) i
                        """).param("until", utc(until)).param("number", number).update();
    }

    /** So many people to whom one thing happened, one second after another before a moment. */
    void addHappened(int number, String kind, Instant until) {
        owner.sql("""
                        with new as (
                            insert into facts.fact (id, source, key, kind, schema, occurred_at, stated_at, position, recorded_at,
                                                    trust, division, subjects, fields, payload, content_hash, declaration)
                            select gen_random_uuid(), 'many', :kind || i, :kind, 1, t, t, i, t, 0, 210302000000 + 1000000 * (i % 3),
                                   '', '', '', gen_random_uuid(), gen_random_uuid()
                              from generate_series(1, :number) i,
                                   lateral (select cast(:until as timestamptz) - i * interval '1 second' as t) moment
                            returning id, position)
                        insert into facts.fact_subject select 'person:many' || position, id from new
                        """)
                .param("kind", kind)
                .param("until", utc(until))
                .param("number", number)
                .update();
    }

    /** So many people who arrived one second after another before a moment; every other one was tested. */
    void addArrived(int number, Instant until) {
        owner.sql("""
                        insert into arrivals.journey (id, subject, division, at, declared_at, arrived_at, outcome, tested_at, remark,
                                                      receipt)
                        select gen_random_uuid(), 'person:many' || i, 210302000000 + 1000000 * (i % 3), t, null, t, '',
                               case when i % 2 = 0 then t end, '', ''
                          from generate_series(1, :number) i,
                               lateral (select cast(:until as timestamptz) - i * interval '1 second' as t) moment
                        """).param("until", utc(until)).param("number", number).update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
