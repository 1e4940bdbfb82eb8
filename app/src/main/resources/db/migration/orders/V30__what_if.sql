-- A draft asked about everybody, changing nothing: what was asked, and how it ended. Destroyed some days later.
create table ${schema}.what_if (
    id uuid primary key,
    pack text not null,
    hash text not null,
    against_pack text,
    against_hash text,
    region bigint,
    at timestamptz not null,
    asked_by text collate "C" not null,
    asked_at timestamptz not null,
    state text not null check (state in ('working', 'done', 'stopped', 'failed')),
    people bigint not null default 0,
    ended_at timestamptz,
    note text not null default ''
);
create index what_if_latest on ${schema}.what_if (asked_at desc, id);

-- The answer: how many of which county from what to what. Nobody is named.
create table ${schema}.what_if_count (
    what_if uuid not null references ${schema}.what_if (id) on delete cascade,
    number int not null,
    division bigint,
    city int generated always as ((division / 100000000)::int) stored,
    county int generated always as ((division / 1000000)::int) stored,
    street int generated always as ((division / 1000)::int) stored,
    episode text not null,
    from_answer text not null,
    to_answer text not null,
    from_measures text not null,
    to_measures text not null,
    added text not null,
    withdrawn text not null,
    people bigint not null,
    primary key (what_if, number)
);

grant select, insert, update, delete on ${schema}.what_if, ${schema}.what_if_count to ${application};

alter table ${schema}.what_if_count enable row level security, force row level security;
create policy sight on ${schema}.what_if_count using (
    case (select authority.level())
        when 9 then true
        when 5 then division = (select authority.code())
        when 4 then street = (select authority.code())
        when 3 then county = (select authority.code())
        when 2 then city = (select authority.code()) or division is null
        when 1 then city / 100 = (select authority.code()) or division is null
        else false end);
