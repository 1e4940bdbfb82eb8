-- For how long what tells who people are is kept in a division, and on whose word it is destroyed afterwards: no default.
-- In force once somebody else has agreed, until a later one for the same division is.
create table ${schema}.retention_order (
    id uuid primary key,
    division bigint not null,
    days int not null check (days > 0),
    is_standing boolean not null,
    basis text not null,
    asked_by text collate "C" not null,
    asked_at timestamptz not null,
    approved_by text collate "C",
    approved_at timestamptz,
    ended_at timestamptz,
    check ((approved_by is null) = (approved_at is null)),
    check (approved_by <> asked_by)
);
create unique index retention_order_one on ${schema}.retention_order (division)
    where approved_at is not null and ended_at is null;

-- A day's destruction of what has been kept for long enough. Waits for two people unless the order is a standing one.
create table ${schema}.retention_run (
    id uuid primary key,
    retention_order uuid not null references ${schema}.retention_order (id),
    day date not null,
    before timestamptz not null,
    found bigint not null,
    first_by text collate "C",
    second_by text collate "C",
    state text not null check (state in ('WAITING', 'RUNNING', 'DONE')),
    people bigint not null default 0,
    uploads bigint not null default 0,
    made_at timestamptz not null,
    done_at timestamptz,
    check (first_by <> second_by),
    unique (retention_order, day)
);
create index retention_run_latest on ${schema}.retention_run (made_at desc, id);

grant select, insert on ${schema}.retention_order, ${schema}.retention_run to ${application};
grant update (approved_by, approved_at, ended_at) on ${schema}.retention_order to ${application};
grant update (first_by, second_by, state, people, uploads, done_at) on ${schema}.retention_run to ${application};
