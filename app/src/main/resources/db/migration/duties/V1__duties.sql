-- One row a subject that has ever been judged; the row is the lock under which it is judged.
create table ${schema}.subject (
    subject text primary key,
    decided_at timestamptz,
    next_change_at timestamptz,
    content_hash uuid,
    group_hash uuid,
    decision_id uuid,
    parked_at timestamptz,
    parked_reason text
);
create index subject_next_change on ${schema}.subject (next_change_at) where next_change_at is not null and parked_at is null;
create index subject_parked on ${schema}.subject (parked_at) where parked_at is not null;

-- Record: decisions, stored when they differ from the last, never edited.
create table ${schema}.decision (
    id uuid primary key,
    seq bigint generated always as identity,
    subject text not null,
    decided_at timestamptz not null,
    content_hash uuid not null,
    body text not null
);
create index decision_subject on ${schema}.decision (subject, decided_at desc);

-- Record: the version and values an episode was judged under.
create table ${schema}.pin (
    subject text not null,
    episode uuid not null,
    pack text not null,
    hash text not null,
    settings_version text not null,
    pinned_at timestamptz not null,
    primary key (episode, pack)
);
create index pin_subject on ${schema}.pin (subject);

-- Derived from here on: can be rebuilt from the record at any time.
create table ${schema}.duty (
    id uuid primary key,
    subject text not null,
    recorded_subject text not null,
    pack text not null,
    episode uuid not null,
    obligation text not null,
    step text not null,
    kind text not null,
    owner text not null,
    division bigint,
    opens_at timestamptz not null,
    due_at timestamptz not null,
    met_fact uuid,
    met_at timestamptz,
    met_known_at timestamptz,
    met_recorded_at timestamptz,
    waived_at timestamptz,
    attempts smallint not null,
    last_result text,
    next_attempt_at timestamptz,
    assignee text,
    clauses text not null,
    title_zh text not null,
    title_en text not null,
    content_hash uuid not null
);
create index duty_subject on ${schema}.duty (subject);
create index duty_unmet on ${schema}.duty (due_at, id) where met_fact is null and waived_at is null;
create index duty_unmet_division on ${schema}.duty (division, due_at, id) where met_fact is null and waived_at is null;

create table ${schema}.measure (
    subject text not null,
    number smallint not null,
    kind text not null,
    axis text not null,
    division bigint,
    starts_at timestamptz not null,
    ends_at timestamptz,
    lawful_from timestamptz not null,
    lawful_until timestamptz,
    overdue_since timestamptz,
    clauses text not null,
    primary key (subject, number)
);
create index measure_time on ${schema}.measure (kind, ends_at);

create table ${schema}.signal (
    source text not null,
    number smallint not null,
    name text not null,
    value text not null,
    roots text not null,
    starts_at timestamptz not null,
    ends_at timestamptz,
    primary key (source, number)
);

-- What a decision read beyond its dossier, so that a change finds those whom it touches.
create table ${schema}.ambient (
    key text not null,
    subject text not null,
    primary key (subject, key)
);
create index ambient_key on ${schema}.ambient (key);

grant usage on schema ${schema} to ${application};
grant select, insert on ${schema}.decision, ${schema}.pin to ${application};
grant select, insert, update, delete on ${schema}.subject, ${schema}.duty, ${schema}.measure, ${schema}.signal,
    ${schema}.ambient to ${application};
