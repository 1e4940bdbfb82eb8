package org.bihuan.bench.pages;

import java.util.List;

/** Statements that write the models' rows once more; {@code :copy} is the number of the copy. */
final class CopySql {
    /** Looked up by the index one by one: their ids are no range of their own among all the copies. */
    private static final String MODEL =
            "array(select 'person:m' || lpad(n::text, 5, '0') from generate_series(0, 4999) n)";

    static final String MODELS = """
            select f.id, s.subject, f.payload, f.fields, f.division
              from facts.fact f join facts.fact_subject s on s.fact_id = f.id
             where f.kind = 'person' and s.subject = any(%s)
            """.formatted(MODEL);

    private static final String COLUMNS = """
            (id, source, key, kind, schema, occurred_at, stated_at, position, recorded_at, trust, corrects, division,
             subjects, fields, payload, content_hash, declaration, fits, occurred_said, stated_said)
            """;

    static final String PERSON_FACTS = """
            insert into facts.fact %s
            select n.id, f.source, f.key || '-:copy', f.kind, f.schema, f.occurred_at, f.stated_at, f.position,
                   f.recorded_at, f.trust, f.corrects, f.division, replace(f.subjects, s.subject, s.subject || '-:copy'),
                   n.fields, n.payload, f.content_hash, f.declaration, f.fits, f.occurred_said, f.stated_said
              from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[]) as n(model, id, payload, fields)
              join facts.fact f on f.id = n.model join facts.fact_subject s on s.fact_id = f.id
            """.formatted(COLUMNS);

    static final String LOOKUPS = """
            insert into facts.lookup (hash, subject, fact_id, division, is_document)
            select * from unnest(?::uuid[], ?::text[], ?::uuid[], ?::bigint[], ?::boolean[]) on conflict do nothing
            """;

    static final List<String> STATEMENTS = List.of(
            """
            insert into facts.fact %s
            select %s, f.source, f.key || '-:copy', f.kind, f.schema, f.occurred_at, f.stated_at, f.position,
                   f.recorded_at, f.trust, f.corrects, f.division, replace(f.subjects, s.subject, s.subject || '-:copy'),
                   f.fields, f.payload, f.content_hash, f.declaration, f.fits, f.occurred_said, f.stated_said
              from facts.fact f join facts.fact_subject s on s.fact_id = f.id
             where f.kind <> 'person' and s.subject = any(%s)
            """.formatted(COLUMNS, id("f.id"), MODEL),
            """
            insert into facts.fact_subject (subject, fact_id)
            select subject || '-:copy', %s from facts.fact_subject where subject = any(%s)
            """.formatted(id("fact_id"), MODEL),
            """
            insert into duties.subject (subject, decided_at, next_change_at, content_hash, group_hash, decision_id)
            select subject || '-:copy', decided_at, next_change_at, content_hash, group_hash, %s
              from duties.subject where subject = any(%s)
            """.formatted(id("decision_id"), MODEL),
            """
            insert into duties.decision (id, subject, decided_at, content_hash, body)
            select %s, subject || '-:copy', decided_at, content_hash, replace(body, subject, subject || '-:copy')
              from duties.decision where subject = any(%s)
            """.formatted(id("id"), MODEL),
            """
            insert into duties.pin (subject, episode, pack, hash, settings_version, lists, pinned_at)
            select subject || '-:copy', %s, pack, hash, settings_version, lists, pinned_at
              from duties.pin where subject = any(%s)
            """.formatted(id("episode"), MODEL),
            """
            insert into duties.duty (id, subject, recorded_subject, pack, episode, obligation, step, kind, owner, division,
                   opens_at, due_at, met_fact, met_at, met_known_at, met_recorded_at, waived_at, attempts, last_result,
                   next_attempt_at, assignee, clauses, title_zh, title_en, content_hash, foreseen_at, foreseen_known_at)
            select %s, subject || '-:copy', recorded_subject || '-:copy', pack, %s, obligation, step, kind, owner,
                   division, opens_at, due_at, %s, met_at, met_known_at, met_recorded_at, waived_at, attempts, last_result,
                   next_attempt_at, assignee, clauses, title_zh, title_en, content_hash, foreseen_at, foreseen_known_at
              from duties.duty where subject = any(%s)
            """.formatted(id("id"), id("episode"), id("met_fact"), MODEL),
            """
            insert into duties.measure (subject, number, kind, axis, division, starts_at, ends_at, lawful_from,
                   lawful_until, overdue_since, clauses)
            select subject || '-:copy', number, kind, axis, division, starts_at, ends_at, lawful_from, lawful_until,
                   overdue_since, clauses
              from duties.measure where subject = any(%s)
            """.formatted(MODEL),
            """
            insert into duties.ambient (key, subject)
            select key, subject || '-:copy' from duties.ambient where subject = any(%s)
            """.formatted(MODEL),
            """
            insert into authority.subject_region (subject, division)
            select subject || '-:copy', division from authority.subject_region where subject = any(%s)
            """.formatted(MODEL));

    private CopySql() {}

    private static String id(String column) {
        return "md5(" + column + "::text || '-:copy')::uuid";
    }
}
