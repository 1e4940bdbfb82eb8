-- The record: what happened, never changed. Ids are made in Java from source and key.
create table ${schema}.fact (
    id uuid primary key,
    seq bigint generated always as identity,
    source text not null,
    key text not null,
    kind text not null,
    schema smallint not null,
    occurred_at timestamptz not null,
    stated_at timestamptz not null,
    position bigint not null,
    recorded_at timestamptz not null,
    trust smallint not null,
    corrects uuid,
    division bigint,
    subjects text not null,
    fields text not null,
    payload text not null,
    content_hash uuid not null
);
create index fact_corrects on ${schema}.fact (corrects) where corrects is not null;
create index fact_links on ${schema}.fact (kind) where kind = 'subject-link';

-- Whose dossier a fact belongs into: its own subjects, and those of the facts that it corrects or that correct it.
create table ${schema}.fact_subject (
    subject text not null,
    fact_id uuid not null,
    primary key (subject, fact_id)
);
create index fact_subject_fact on ${schema}.fact_subject (fact_id);

-- Subjects that are one: every member but the canonical one.
create table ${schema}.alias (
    subject text primary key,
    canonical text not null
);
create index alias_canonical on ${schema}.alias (canonical);

-- "Look at this subject again." Deleted by the worker that has looked.
create table ${schema}.mark (
    id bigint generated always as identity primary key,
    subject text not null
);
create index mark_subject on ${schema}.mark (subject);

grant usage on schema ${schema} to ${application};
grant select, insert on ${schema}.fact, ${schema}.fact_subject to ${application};
grant select, insert, update, delete on ${schema}.alias to ${application};
grant select, insert, delete on ${schema}.mark to ${application};
