-- Who sent it and for which region, and who has looked at it. What was kept before has no place: the city's business.
alter table ${schema}.held
    add column login text not null default '',
    add column division bigint,
    add column city int generated always as ((division / 100000000)::int) stored,
    add column county int generated always as ((division / 1000000)::int) stored,
    add column street int generated always as ((division / 1000)::int) stored,
    add column seen_at timestamptz,
    add column seen_by text,
    add column finding text not null default '';
create index held_waiting on ${schema}.held (held_at, id) where seen_at is null;

alter table ${schema}.held enable row level security, force row level security;
create policy sight on ${schema}.held using (
    case (select authority.level())
        when 9 then true
        when 5 then division = (select authority.code())
        when 4 then street = (select authority.code())
        when 3 then county = (select authority.code())
        when 2 then city = (select authority.code()) or division is null
        when 1 then city / 100 = (select authority.code()) or division is null
        else false end);

grant update (seen_at, seen_by, finding) on ${schema}.held to ${application};
