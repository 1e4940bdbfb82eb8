-- Record: what a headquarters was told in the morning, frozen. Never changed; what turns out otherwise is a correction.
create table ${schema}.briefing (
    id uuid primary key,
    day date not null,
    cut_off timestamptz not null,
    frozen_at timestamptz not null,
    zone text not null,
    definition text not null,
    division bigint not null,
    city int generated always as ((division / 100000000)::int) stored,
    county int generated always as ((division / 1000000)::int) stored,
    street int generated always as ((division / 1000)::int) stored,
    unique (division, day)
);

-- One figure; place is the district it is about, null for the whole. Value null: not known, and why.
create table ${schema}.figure (
    briefing uuid not null references ${schema}.briefing (id),
    position int not null,
    key text collate "C" not null,
    place bigint,
    value bigint,
    before bigint,
    unknown_zh text,
    unknown_en text,
    division bigint not null,
    city int generated always as ((division / 100000000)::int) stored,
    county int generated always as ((division / 1000000)::int) stored,
    street int generated always as ((division / 1000)::int) stored,
    primary key (briefing, position)
);

-- The list behind it: as many as the figure says. Amount is 1 where things are counted.
create table ${schema}.item (
    briefing uuid not null references ${schema}.briefing (id),
    key text collate "C" not null,
    number int not null,
    ref text collate "C" not null,
    place bigint,
    title_zh text not null,
    title_en text not null,
    address text not null,
    amount bigint not null,
    division bigint not null,
    city int generated always as ((division / 100000000)::int) stored,
    county int generated always as ((division / 1000000)::int) stored,
    street int generated always as ((division / 1000)::int) stored,
    primary key (briefing, key, number)
);

-- A frozen figure that would be another one by what is known today.
create table ${schema}.correction (
    id uuid primary key,
    seq bigint generated always as identity,
    briefing uuid not null references ${schema}.briefing (id),
    key text collate "C" not null,
    place bigint,
    old_value bigint,
    new_value bigint,
    added int not null,
    gone int not null,
    found_at timestamptz not null,
    division bigint not null,
    city int generated always as ((division / 100000000)::int) stored,
    county int generated always as ((division / 1000000)::int) stored,
    street int generated always as ((division / 1000)::int) stored
);
create index correction_briefing on ${schema}.correction (briefing, seq);

alter table ${schema}.briefing enable row level security, force row level security;
create policy sight on ${schema}.briefing using (
    case (select authority.level())
        when 9 then true
        when 5 then division = (select authority.code())
        when 4 then street = (select authority.code())
        when 3 then county = (select authority.code())
        when 2 then city = (select authority.code())
        when 1 then city / 100 = (select authority.code())
        else false end);

alter table ${schema}.figure enable row level security, force row level security;
create policy sight on ${schema}.figure using (
    case (select authority.level())
        when 9 then true
        when 5 then division = (select authority.code())
        when 4 then street = (select authority.code())
        when 3 then county = (select authority.code())
        when 2 then city = (select authority.code())
        when 1 then city / 100 = (select authority.code())
        else false end);

alter table ${schema}.item enable row level security, force row level security;
create policy sight on ${schema}.item using (
    case (select authority.level())
        when 9 then true
        when 5 then division = (select authority.code())
        when 4 then street = (select authority.code())
        when 3 then county = (select authority.code())
        when 2 then city = (select authority.code())
        when 1 then city / 100 = (select authority.code())
        else false end);

alter table ${schema}.correction enable row level security, force row level security;
create policy sight on ${schema}.correction using (
    case (select authority.level())
        when 9 then true
        when 5 then division = (select authority.code())
        when 4 then street = (select authority.code())
        when 3 then county = (select authority.code())
        when 2 then city = (select authority.code())
        when 1 then city / 100 = (select authority.code())
        else false end);

grant usage on schema ${schema} to ${application};
grant select, insert on ${schema}.briefing, ${schema}.figure, ${schema}.item, ${schema}.correction to ${application};
