-- Record: who is to keep which place of a duty desk, and who stands in for them.
create table ${schema}.turn (
    id uuid primary key,
    place text collate "C" not null,
    person text not null,
    login text collate "C",
    phone text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    substitute text,
    substitute_login text collate "C",
    substitute_phone text,
    substitute_reason text,
    cancelled_at timestamptz,
    planned_by text not null,
    planned_at timestamptz not null,
    division bigint not null,
    city int generated always as ((division / 100000000)::int) stored,
    county int generated always as ((division / 1000000)::int) stored,
    street int generated always as ((division / 1000)::int) stored
);
create index turn_time on ${schema}.turn (division, ends_at);

-- Record: what came in and what was done about it. Only ever added to; an entry closes an earlier one that was left open.
create table ${schema}.entry (
    id uuid primary key,
    at timestamptz not null,
    kind text collate "C" not null,
    from_whom text not null,
    body text not null,
    done text not null,
    is_open boolean not null,
    closes uuid references ${schema}.entry (id),
    written_by text collate "C" not null,
    written_name text not null,
    recorded_at timestamptz not null,
    division bigint not null,
    city int generated always as ((division / 100000000)::int) stored,
    county int generated always as ((division / 1000000)::int) stored,
    street int generated always as ((division / 1000)::int) stored
);
create index entry_time on ${schema}.entry (division, at desc, id);
create unique index entry_closes on ${schema}.entry (closes) where closes is not null;

-- Record: a shift given over, signed by who leaves when it is written and by who takes over.
create table ${schema}.handover (
    id uuid primary key,
    body text not null,
    written_by text collate "C" not null,
    written_name text not null,
    written_at timestamptz not null,
    signed_by text collate "C",
    signed_name text,
    signed_at timestamptz,
    division bigint not null,
    city int generated always as ((division / 100000000)::int) stored,
    county int generated always as ((division / 1000000)::int) stored,
    street int generated always as ((division / 1000)::int) stored,
    check (signed_by is null or signed_by <> written_by)
);
-- One at a time: a desk whose last handover nobody has signed cannot be given over again.
create unique index handover_unsigned on ${schema}.handover (division) where signed_at is null;
create index handover_latest on ${schema}.handover (division, written_at desc);

-- What was open when it was written.
create table ${schema}.handover_item (
    handover uuid not null references ${schema}.handover (id),
    entry uuid not null references ${schema}.entry (id),
    division bigint not null,
    city int generated always as ((division / 100000000)::int) stored,
    county int generated always as ((division / 1000000)::int) stored,
    street int generated always as ((division / 1000)::int) stored,
    primary key (handover, entry)
);

alter table ${schema}.turn enable row level security, force row level security;
create policy sight on ${schema}.turn using (
    case (select authority.level())
        when 9 then true
        when 5 then division = (select authority.code())
        when 4 then street = (select authority.code())
        when 3 then county = (select authority.code())
        when 2 then city = (select authority.code())
        when 1 then city / 100 = (select authority.code())
        else false end);

alter table ${schema}.entry enable row level security, force row level security;
create policy sight on ${schema}.entry using (
    case (select authority.level())
        when 9 then true
        when 5 then division = (select authority.code())
        when 4 then street = (select authority.code())
        when 3 then county = (select authority.code())
        when 2 then city = (select authority.code())
        when 1 then city / 100 = (select authority.code())
        else false end);

alter table ${schema}.handover enable row level security, force row level security;
create policy sight on ${schema}.handover using (
    case (select authority.level())
        when 9 then true
        when 5 then division = (select authority.code())
        when 4 then street = (select authority.code())
        when 3 then county = (select authority.code())
        when 2 then city = (select authority.code())
        when 1 then city / 100 = (select authority.code())
        else false end);

alter table ${schema}.handover_item enable row level security, force row level security;
create policy sight on ${schema}.handover_item using (
    case (select authority.level())
        when 9 then true
        when 5 then division = (select authority.code())
        when 4 then street = (select authority.code())
        when 3 then county = (select authority.code())
        when 2 then city = (select authority.code())
        when 1 then city / 100 = (select authority.code())
        else false end);

grant usage on schema ${schema} to ${application};
grant select, insert on ${schema}.turn, ${schema}.entry, ${schema}.handover, ${schema}.handover_item to ${application};
grant update (substitute, substitute_login, substitute_phone, substitute_reason, cancelled_at) on ${schema}.turn
    to ${application};
grant update (signed_by, signed_name, signed_at) on ${schema}.handover to ${application};
