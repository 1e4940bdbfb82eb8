-- Derived: each arrival of each person from declared to released, written with the decision it rests on. division is
-- whose responsibility the person is now, seen_in where they were first seen.
create table ${schema}.journey (
    id uuid not null,
    subject text collate "C" not null,
    division bigint,
    city int generated always as ((division / 100000000)::int) stored,
    county int generated always as ((division / 1000000)::int) stored,
    street int generated always as ((division / 1000)::int) stored,
    seen_in bigint,
    seen_city int generated always as ((seen_in / 100000000)::int) stored,
    seen_county int generated always as ((seen_in / 1000000)::int) stored,
    seen_street int generated always as ((seen_in / 1000)::int) stored,
    origin bigint,
    at timestamptz not null,
    declared_at timestamptz,
    arrived_at timestamptz,
    outcome text not null,
    tested_at timestamptz,
    sent_at timestamptz,
    received_at timestamptz,
    released_at timestamptz,
    test_due_at timestamptz,
    receipt_due_at timestamptz,
    overdue_since timestamptz,
    remark text not null,
    receipt text collate "C" not null,
    primary key (subject, id)
);
create index journey_at on ${schema}.journey (at, id);
create index journey_county on ${schema}.journey (county, at, id);
create index journey_street on ${schema}.journey (street, at, id);
-- Who was sent and is received by nobody.
create index journey_on_the_way on ${schema}.journey (division, sent_at) where sent_at is not null and received_at is null;
create index journey_receipt on ${schema}.journey (receipt) where receipt <> '';

alter table ${schema}.journey enable row level security, force row level security;
create policy sight on ${schema}.journey using (
    case (select authority.level())
        when 9 then true
        when 5 then (select authority.code()) in (division, seen_in)
        when 4 then (select authority.code()) in (street, seen_street)
        when 3 then (select authority.code()) in (county, seen_county)
        when 2 then (select authority.code()) in (city, seen_city) or division is null
        when 1 then (select authority.code()) in (city / 100, seen_city / 100) or division is null
        else false end);

-- Derived: each coming of a vehicle to a checkpoint. The plate lies in its facts only, sealed.
create table ${schema}.stop (
    subject text collate "C" primary key,
    division bigint not null,
    city int generated always as ((division / 100000000)::int) stored,
    county int generated always as ((division / 1000000)::int) stored,
    street int generated always as ((division / 1000)::int) stored,
    noticed_at timestamptz not null,
    queued_at timestamptz,
    checked_at timestamptz,
    left_at timestamptz,
    class text not null,
    occupants int not null,
    registered int not null,
    sticker text not null,
    paper text not null,
    is_offline boolean not null,
    is_twin boolean not null
);
create index stop_latest on ${schema}.stop (county, noticed_at desc);
create index stop_waiting on ${schema}.stop (queued_at) where checked_at is null;
create index stop_passing on ${schema}.stop (checked_at) where class = 'transit' and left_at is null;
create index stop_paper on ${schema}.stop (division, paper) where paper <> '';

alter table ${schema}.stop enable row level security, force row level security;
create policy sight on ${schema}.stop using (
    case (select authority.level())
        when 9 then true
        when 5 then division = (select authority.code())
        when 4 then street = (select authority.code())
        when 3 then county = (select authority.code())
        when 2 then city = (select authority.code())
        when 1 then city / 100 = (select authority.code())
        else false end);

grant usage on schema ${schema} to ${application};
grant select, insert, update, delete on ${schema}.journey, ${schema}.stop to ${application};
