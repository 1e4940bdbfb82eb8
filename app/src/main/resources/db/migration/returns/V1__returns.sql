-- Record: who reports to a headquarters. Telephones are those of offices, not of patients.
create table ${schema}.unit (
    id uuid primary key,
    name text not null,
    kind text not null,
    contact text not null,
    phone text not null,
    login text collate "C",
    since date not null,
    until date,
    changed_by text not null,
    changed_at timestamptz not null,
    division bigint not null,
    city int generated always as ((division / 100000000)::int) stored,
    county int generated always as ((division / 1000000)::int) stored,
    street int generated always as ((division / 1000)::int) stored
);
create unique index unit_once on ${schema}.unit (division, name);

-- Record: what is to be reported, as data; a new version holds from its day on.
create table ${schema}.form (
    id text collate "C" not null,
    version int not null,
    since date not null,
    body text not null,
    added_by text not null,
    added_at timestamptz not null,
    primary key (id, version)
);

-- Record: what a unit reported of a day. Never changed: an amendment is a further revision with its reason.
create table ${schema}.given (
    id uuid primary key,
    unit uuid not null references ${schema}.unit (id),
    form text collate "C" not null,
    version int not null,
    day date not null,
    revision int not null,
    is_zero boolean not null,
    answers text not null,
    reason text not null,
    received_at timestamptz not null,
    recorded_at timestamptz not null,
    given_by text not null,
    division bigint not null,
    city int generated always as ((division / 100000000)::int) stored,
    county int generated always as ((division / 1000000)::int) stored,
    street int generated always as ((division / 1000)::int) stored,
    unique (unit, form, day, revision)
);
create index given_day on ${schema}.given (form, day);

alter table ${schema}.unit enable row level security, force row level security;
create policy sight on ${schema}.unit using (
    case (select authority.level())
        when 9 then true
        when 5 then division = (select authority.code())
        when 4 then street = (select authority.code())
        when 3 then county = (select authority.code())
        when 2 then city = (select authority.code())
        when 1 then city / 100 = (select authority.code())
        else false end);

alter table ${schema}.given enable row level security, force row level security;
create policy sight on ${schema}.given using (
    case (select authority.level())
        when 9 then true
        when 5 then division = (select authority.code())
        when 4 then street = (select authority.code())
        when 3 then county = (select authority.code())
        when 2 then city = (select authority.code())
        when 1 then city / 100 = (select authority.code())
        else false end);

grant usage on schema ${schema} to ${application};
grant select, insert, update on ${schema}.unit to ${application};
grant select, insert on ${schema}.form, ${schema}.given to ${application};
