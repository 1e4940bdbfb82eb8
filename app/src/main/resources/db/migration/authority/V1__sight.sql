-- How far somebody sees is said anew in every transaction: bihuan.level 2 city, 3 county, 4 street, 5 village, 9 all;
-- bihuan.code the region cut to that level. Where nobody has said it, nobody sees anything.
create function ${schema}.level() returns int language sql stable parallel safe as
    $$ select coalesce(nullif(current_setting('bihuan.level', true), '')::int, 0) $$;
create function ${schema}.code() returns bigint language sql stable parallel safe as
    $$ select coalesce(nullif(current_setting('bihuan.code', true), '')::bigint, -1) $$;

-- Whose responsibility a subject is: where its facts and duties lie, and where it was handed over to. Derived.
-- Division 0: nothing tells where it belongs, which is the city's business.
create table ${schema}.subject_region (
    subject text collate "C" not null,
    division bigint not null,
    city int generated always as ((division / 100000000)::int) stored,
    county int generated always as ((division / 1000000)::int) stored,
    street int generated always as ((division / 1000)::int) stored,
    primary key (subject, division)
);

alter table ${schema}.subject_region enable row level security, force row level security;
create policy sight on ${schema}.subject_region using (
    case (select ${schema}.level())
        when 9 then true
        when 5 then division = (select ${schema}.code())
        when 4 then street = (select ${schema}.code())
        when 3 then county = (select ${schema}.code())
        when 2 then city = (select ${schema}.code()) or division = 0
        when 1 then city / 100 = (select ${schema}.code()) or division = 0
        else false end);

grant usage on schema ${schema} to ${application};
grant execute on function ${schema}.level(), ${schema}.code() to ${application};
grant select, insert, delete on ${schema}.subject_region to ${application};
