-- Record: the last number given out in each series, region and year. Numbers have no gaps.
create table ${schema}.counter (
    series text not null,
    region bigint not null,
    year smallint not null,
    last bigint not null,
    primary key (series, region, year)
);

-- Record: documents as they were issued. Only whether they hold is ever changed. No names: {name} stands in the body.
create table ${schema}.notice (
    id uuid primary key,
    kind text not null check (kind in ('NOTICE', 'RELEASE', 'WITHDRAWAL')),
    number text not null unique,
    token text not null unique,
    subject text collate "C" not null,
    measure uuid not null,
    measure_kind text not null,
    starts_at timestamptz not null,
    ends_at timestamptz,
    clauses text not null,
    issued_at timestamptz not null,
    region bigint not null,
    issuer text not null,
    body text not null,
    state text not null check (state in ('VALID', 'REPLACED', 'ENDED', 'WITHDRAWN')),
    comes_after uuid unique
);
create index notice_subject on ${schema}.notice (subject);
create index notice_issued on ${schema}.notice (issued_at desc, number desc);
-- One valid notice a measure, whoever issues.
create unique index notice_one on ${schema}.notice (measure) where kind = 'NOTICE' and state = 'VALID';

-- The outbox: each document by each channel once.
create table ${schema}.delivery (
    id uuid primary key,
    notice uuid not null references ${schema}.notice (id),
    channel text not null,
    state text not null check (state in ('QUEUED', 'HANDED_OVER', 'DELIVERED', 'READ', 'FAILED', 'GIVEN_UP')),
    attempts smallint not null,
    next_attempt_at timestamptz,
    detail text not null default '',
    at timestamptz not null,
    unique (notice, channel)
);
create index delivery_next on ${schema}.delivery (next_attempt_at) where next_attempt_at is not null;

grant usage on schema ${schema} to ${application};
grant select, insert, update on ${schema}.counter, ${schema}.delivery to ${application};
grant select, insert on ${schema}.notice to ${application};
grant update (state) on ${schema}.notice to ${application};
