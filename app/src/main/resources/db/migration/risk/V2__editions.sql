-- What is known of all lists, numbered: each list that comes, is withdrawn or is understood anew makes the next edition.
-- Decisions are pinned to one, so an edition must never change.
create table ${schema}.edition (
    number bigint primary key,
    series text collate "C" not null,
    made_at timestamptz not null,
    made_by text collate "C" not null,
    cause text not null check (cause in ('taken', 'withdrawn', 'resolved'))
);
insert into ${schema}.edition (number, series, made_at, made_by, cause)
select 1, series, recorded_at, recorded_by, 'taken' from ${schema}.publication order by recorded_at desc, id limit 1;

-- Known from an edition on, until another.
alter table ${schema}.publication add column known_in bigint not null default 1;
alter table ${schema}.publication alter column known_in drop default;
alter table ${schema}.publication add column withdrawn_in bigint;
update ${schema}.publication set withdrawn_in = 1 where withdrawn_at is not null;

-- Which place a line meant before a person said otherwise: in the editions before that one.
create table ${schema}.area_before (
    publication uuid not null references ${schema}.publication (id),
    line int not null,
    until_edition bigint not null,
    outcome smallint not null,
    place bigint,
    candidates bigint[] not null,
    primary key (publication, line, until_edition)
);

grant select, insert on ${schema}.edition, ${schema}.area_before to ${application};
